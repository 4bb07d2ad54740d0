#include "Internal.h"
#include <new>

__thread const xap_stop *watched_stop = nullptr;

xap_stop *xap_stop_create(void) { return new (std::nothrow) xap_stop; }

void xap_stop_free(xap_stop *stop) { delete stop; }

void xap_stop_set(xap_stop *stop) { stop->is_set.store(true, std::memory_order_relaxed); }

const xap_stop *xap_watch(const xap_stop *stop) {
  const xap_stop *before = watched_stop;
  watched_stop = stop;
  return before;
}

bool xap_is_stopped(void) { return is_stopped(); }
