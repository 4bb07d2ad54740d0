// Loaded before a program with thread sanitizer: tells it of Swift's Mutex.
//
// The part of a Mutex that waits is in Swift's own library, which no sanitizer watches; without this
// what happens under a lock that two threads wanted at once is taken for a race. The symbols are
// _MutexHandle._lockSlow(_:) and _MutexHandle._unlockSlow() of Swift 6.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef void (*note)(void *);

static void tell(const char *name, void *mutex) {
  const note function = (note)dlsym(RTLD_DEFAULT, name);
  if (function) function(mutex);
}

SWIFT void lock_slow(uint32_t state, SELF void *mutex) __asm__(LOCK);
SWIFT void lock_slow(uint32_t state, SELF void *mutex) {
  typedef SWIFT void (*real)(uint32_t, SELF void *);
  ((real)dlsym(RTLD_NEXT, LOCK))(state, mutex);
  tell("__tsan_acquire", mutex);
}

SWIFT void unlock_slow(SELF void *mutex) __asm__(UNLOCK);
SWIFT void unlock_slow(SELF void *mutex) {
  typedef SWIFT void (*real)(SELF void *);
  tell("__tsan_release", mutex);
  ((real)dlsym(RTLD_NEXT, UNLOCK))(mutex);
}
