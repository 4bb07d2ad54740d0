// Loaded before the C library: makes the n-th call that changes a file below a directory fail, or kills
// the process there. Set by the environment:
//   TORTURE_PATH   the directory
//   TORTURE_CALL   which call, from 1; 0 counts only
//   TORTURE_ERROR  errno to return, or -1 to be killed
//   TORTURE_ALL    1: every call from that one on fails
//   TORTURE_COUNT  a file that gets the number of calls
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;

static int is_below(const char *path) {
  const char *root = getenv("TORTURE_PATH");
  return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_open_below(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = readlink(link, path, sizeof path - 1);
  if (size < 0) return 0;
  path[size] = 0;
  return is_below(path);
}

// Whether this call has to fail; errno is set then.
static int fails(void) {
  const int call = atomic_fetch_add(&calls, 1) + 1;
  const char *chosen = getenv("TORTURE_CALL"), *error = getenv("TORTURE_ERROR"), *all = getenv("TORTURE_ALL");
  const int first = chosen ? atoi(chosen) : 0;
  if (first == 0 || call < first || (call > first && !(all && *all == '1'))) return 0;
  const int code = error ? atoi(error) : EIO;
  if (code < 0) kill(getpid(), SIGKILL);
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

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t size) {
  return is_open_below(file) && fails() ? -1 : REAL(write)(file, bytes, size);
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  return is_open_below(file) && fails() ? -1 : REAL(pwrite)(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  return is_open_below(file) && fails() ? -1 : REAL(pwrite64)(file, bytes, size, offset);
}
int fsync(int file) { return is_open_below(file) && fails() ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return is_open_below(file) && fails() ? -1 : REAL(fdatasync)(file); }
int ftruncate(int file, off_t size) { return is_open_below(file) && fails() ? -1 : REAL(ftruncate)(file, size); }
int rename(const char *from, const char *to) { return is_below(from) && fails() ? -1 : REAL(rename)(from, to); }
int unlink(const char *path) { return is_below(path) && fails() ? -1 : REAL(unlink)(path); }
int rmdir(const char *path) { return is_below(path) && fails() ? -1 : REAL(rmdir)(path); }
int mkdir(const char *path, mode_t mode) { return is_below(path) && fails() ? -1 : REAL(mkdir)(path, mode); }

static mode_t mode_of(int flags, va_list arguments) { return flags & O_CREAT ? (mode_t)va_arg(arguments, int) : 0; }

#define OPEN(name)                                                     \
  int name(const char *path, int flags, ...) {                         \
    va_list arguments;                                                 \
    va_start(arguments, flags);                                        \
    const mode_t mode = mode_of(flags, arguments);                     \
    va_end(arguments);                                                 \
    return is_below(path) && fails() ? -1 : REAL(name)(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
