// Loaded before the C library: makes the n-th call that changes or opens a file below a directory fail,
// kills the process there, or writes down what each call changes. Set by the environment:
//   TORTURE_PATH     the directory
//   TORTURE_CALL     which call, from 1; 0 counts only
//   TORTURE_ERROR    errno to return; 0 to write only half; -1 to be killed
//   TORTURE_ALL      1: every call from that one on fails
//   TORTURE_COUNT    a file that gets the number of calls
//   TORTURE_LOG      a file that gets every change that succeeded, with its bytes (see power.py)
//   TORTURE_SIGNALS  1: no handler is installed for signals of a crash, so that the crash is seen
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NONE = -2, KILLED = -1, SHORT = 0 };

static atomic_int calls;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int number(const char *name) {
  const char *text = getenv(name);
  return text ? atoi(text) : 0;
}

static int is_below(const char *path) {
  const char *root = getenv("TORTURE_PATH");
  return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_open_below(int file, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

// What happens to this call: NONE, SHORT or an errno.
static int fault(void) {
  const int call = atomic_fetch_add(&calls, 1) + 1, first = number("TORTURE_CALL");
  if (first == 0 || call < first || (call > first && !number("TORTURE_ALL"))) return NONE;
  const int code = getenv("TORTURE_ERROR") ? number("TORTURE_ERROR") : EIO;
  if (code == KILLED) kill(getpid(), SIGKILL);
  return code;
}

static int fails(void) {
  const int code = fault();
  if (code <= SHORT) return 0;
  errno = code;
  return 1;
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("TORTURE_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d\n", atomic_load(&calls));
  fclose(file);
}

// The log: a line of what, which file (inode), offset, size and paths, then so many bytes. The calls of
// all threads happen one after the other, so that the log has their order.
static void put(int log, const void *bytes, size_t size) {
  for (const char *at = bytes; size > 0;) {
    const ssize_t done = REAL(write)(log, at, size);
    if (done <= 0) abort();
    at += done, size -= done;
  }
}

static void note(const char *what, int file, off_t offset, const char *from, const char *to, const void *bytes, size_t size) {
  static int log = -1;
  const int before = errno;
  if (log < 0) log = REAL(open)(getenv("TORTURE_LOG"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  struct stat status = {0};
  if (file >= 0) fstat(file, &status);
  char line[9000];
  const int length = snprintf(line, sizeof line, "%s\t%lu\t%ld\t%zu\t%s\t%s\n", what, (unsigned long)status.st_ino,
                              (long)offset, bytes ? size : 0, from, to);
  put(log, line, length);
  if (bytes) put(log, bytes, size);
  errno = before;
}

static int is_logged(void) { return getenv("TORTURE_LOG") != NULL; }
static void lock(void) { if (is_logged()) pthread_mutex_lock(&order); }
static void unlock(void) { if (is_logged()) pthread_mutex_unlock(&order); }

// Makes the call under the lock and writes it down when it succeeded.
#define LOGGED(type, call, what, file, offset, from, to, bytes)                                     \
  lock();                                                                                           \
  const type result = call;                                                                         \
  if (is_logged() && result >= 0) note(what, file, offset, from, to, bytes, (size_t)result);        \
  unlock();                                                                                         \
  return result

#define WRITE(name, parameters, arguments, before)                                                  \
  ssize_t name parameters {                                                                         \
    char path[4096];                                                                                \
    if (!is_open_below(file, path, sizeof path)) return REAL(name) arguments;                       \
    const int code = fault();                                                                       \
    if (code > 0) return errno = code, -1;                                                          \
    if (code == SHORT && size > 1) size /= 2;                                                       \
    const off_t at = before;                                                                        \
    LOGGED(ssize_t, REAL(name) arguments, "write", file, at, path, "", bytes);                      \
  }
WRITE(write, (int file, const void *bytes, size_t size), (file, bytes, size), lseek(file, 0, SEEK_CUR))
WRITE(pwrite, (int file, const void *bytes, size_t size, off_t offset), (file, bytes, size, offset), offset)
WRITE(pwrite64, (int file, const void *bytes, size_t size, off64_t offset), (file, bytes, size, offset), offset)

#define ON_FILE(name, parameters, arguments, what, offset)                                          \
  int name parameters {                                                                             \
    char path[4096];                                                                                \
    if (!is_open_below(file, path, sizeof path)) return REAL(name) arguments;                       \
    if (fails()) return -1;                                                                         \
    LOGGED(int, REAL(name) arguments, what, file, offset, path, "", NULL);                          \
  }
ON_FILE(fsync, (int file), (file), "sync", 0)
ON_FILE(fdatasync, (int file), (file), "sync", 0)
ON_FILE(ftruncate, (int file, off_t size), (file, size), "truncate", size)
ON_FILE(ftruncate64, (int file, off64_t size), (file, size), "truncate", size)

#define ON_PATH(name, parameters, arguments, path, to)                                              \
  int name parameters {                                                                             \
    if (!is_below(path)) return REAL(name) arguments;                                               \
    if (fails()) return -1;                                                                         \
    LOGGED(int, REAL(name) arguments, #name, -1, 0, path, to, NULL);                                \
  }
ON_PATH(rename, (const char *from, const char *to), (from, to), from, to)
ON_PATH(unlink, (const char *path), (path), path, "")
ON_PATH(rmdir, (const char *path), (path), path, "")
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), path, "")

#define OPEN(name)                                                                                  \
  int name(const char *path, int flags, ...) {                                                      \
    va_list arguments;                                                                              \
    va_start(arguments, flags);                                                                     \
    const mode_t mode = flags & O_CREAT ? (mode_t)va_arg(arguments, int) : 0;                       \
    va_end(arguments);                                                                              \
    if (!is_below(path)) return REAL(name)(path, flags, mode);                                      \
    if (fails()) return -1;                                                                         \
    lock();                                                                                         \
    const int is_new = flags & O_CREAT && access(path, F_OK) != 0;                                  \
    const int file = REAL(name)(path, flags, mode);                                                 \
    if (is_logged() && file >= 0 && is_new) note("create", file, 0, path, "", NULL, 0);             \
    if (is_logged() && file >= 0 && flags & O_TRUNC) note("truncate", file, 0, path, "", NULL, 0);  \
    unlock();                                                                                       \
    return file;                                                                                    \
  }
OPEN(open)
OPEN(open64)

DIR *opendir(const char *path) { return is_below(path) && fails() ? NULL : REAL(opendir)(path); }

int sigaction(int wanted, const struct sigaction *new, struct sigaction *old) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP};
  for (size_t i = 0; new && number("TORTURE_SIGNALS") && i < sizeof crashes / sizeof *crashes; ++i)
    if (crashes[i] == wanted) return 0;
  return REAL(sigaction)(wanted, new, old);
}
