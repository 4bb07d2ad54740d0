#pragma once
#ifdef __cplusplus
extern "C" {
#endif
const char *xap_version(void);
#ifdef __cplusplus
}
#endif
