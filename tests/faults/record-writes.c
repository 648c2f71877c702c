/*
 * Preloaded into a process, keeps a log of all it does to the files of one directory (RECORD_DIR), in order and with
 * the bytes, in RECORD_LOG. Each entry: kind, descriptor (32 bits each), offset, length (64 bits each), then the bytes.
 * The calls go to the kernel directly; an entry is written once its call has succeeded.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENED = 1, WRITTEN = 2, TRUNCATED = 3, SYNCED = 4, UNLINKED = 5, RENAMED = 6 };
enum { DESCRIPTORS = 65536 };

static int log_fd = -1;
static const char *dir;
static size_t dir_length;
static unsigned char watched[DESCRIPTORS];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("RECORD_LOG");
  dir = getenv("RECORD_DIR");
  if (!log || !dir) return;
  dir_length = strlen(dir);
  log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
  return log_fd >= 0 && path && strncmp(path, dir, dir_length) == 0 &&
         (path[dir_length] == '/' || path[dir_length] == 0);
}

static int is_watched(int fd) { return fd >= 0 && fd < DESCRIPTORS && watched[fd]; }

static void note(uint32_t kind, int32_t fd, int64_t offset, const void *bytes, int64_t length) {
  struct { uint32_t kind; int32_t fd; int64_t offset, length; } head = {kind, fd, offset, length};
  struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, bytes ? (size_t)length : 0}};
  int kept = errno;
  pthread_mutex_lock(&turn);
  if (syscall(SYS_writev, log_fd, parts, 2) != (long)(sizeof head + parts[1].iov_len)) abort();
  pthread_mutex_unlock(&turn);
  errno = kept;
}

static int opened(const char *path, int flags, mode_t mode) {
  int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (fd >= 0 && inside(path)) {
    if (fd >= DESCRIPTORS) abort();
    watched[fd] = 1;
    note(OPENED, fd, 0, path, strlen(path));
  }
  return fd;
}

#define OPEN(name)                                  \
  int name(const char *path, int flags, ...) {      \
    mode_t mode = 0;                                \
    if (flags & (O_CREAT | O_TMPFILE)) {            \
      va_list rest;                                 \
      va_start(rest, flags);                        \
      mode = va_arg(rest, mode_t);                  \
      va_end(rest);                                 \
    }                                               \
    return opened(path, flags, mode);               \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (is_watched(fd)) watched[fd] = 0;
  return syscall(SYS_close, fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  int64_t at = is_watched(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = syscall(SYS_write, fd, bytes, length);
  if (done > 0 && is_watched(fd)) note(WRITTEN, fd, at, bytes, done);
  return done;
}

static ssize_t written(int fd, const void *bytes, size_t length, off_t at) {
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, length, at);
  if (done > 0 && is_watched(fd)) note(WRITTEN, fd, at, bytes, done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return written(fd, bytes, length, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return written(fd, bytes, length, at); }

static int truncated(int fd, off_t size) {
  int failed = syscall(SYS_ftruncate, fd, size);
  if (!failed && is_watched(fd)) note(TRUNCATED, fd, size, NULL, 0);
  return failed;
}
int ftruncate(int fd, off_t size) { return truncated(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncated(fd, size); }

static int synced(long call, int fd) {
  int failed = syscall(call, fd);
  if (!failed && is_watched(fd)) note(SYNCED, fd, 0, NULL, 0);
  return failed;
}
int fsync(int fd) { return synced(SYS_fsync, fd); }
int fdatasync(int fd) { return synced(SYS_fdatasync, fd); }

int unlink(const char *path) {
  int failed = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (!failed && inside(path)) note(UNLINKED, -1, 0, path, strlen(path));
  return failed;
}

/* The product renames nothing here; if it ever does, the reader of the log stops instead of guessing. */
int rename(const char *from, const char *to) {
  int failed = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (!failed && (inside(from) || inside(to))) note(RENAMED, -1, 0, to, strlen(to));
  return failed;
}
