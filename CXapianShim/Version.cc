#include "CXapianShim.h"
#include <xapian.h>
extern "C" const char *xap_version(void) { return Xapian::version_string(); }
