// Counts allocations by standing before the C library's allocator: every library of the process calls these.
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "CReferences.h"

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern char **environ;

static uint64_t calls, bytes;

void *malloc(size_t size) {
  calls++;
  bytes += size;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  calls++;
  bytes += count * size;
  return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
  calls++;
  bytes += size;
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  calls++;
  bytes += size;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  void *made = memalign(alignment, size);
  if (made == NULL) return ENOMEM;
  *result = made;
  return 0;
}

uint64_t cr_allocations(void) { return calls; }
uint64_t cr_allocated_bytes(void) { return bytes; }

uint64_t cr_thread_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void cr_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 0x7FFFFFFF);
  mallopt(M_TOP_PAD, 1 << 26);
}

void cr_settle_heap(void) {
  // A large request makes the allocator join its free pieces first.
  void *volatile large = __libc_malloc(1 << 22);
  free(large);
}

void cr_limit_processor_time(unsigned seconds) {
  struct rlimit limit = {seconds, seconds + 1};
  setrlimit(RLIMIT_CPU, &limit);
}

int cr_run_self(const char *const *arguments, char *output, size_t capacity) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  pid_t child;
  int failure = posix_spawn(&child, "/proc/self/exe", &actions, NULL, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  size_t have = 0;
  while (failure == 0) {
    char rest[256];
    bool fits = have + 1 < capacity;
    ssize_t got = read(ends[0], fits ? output + have : rest, fits ? capacity - have - 1 : sizeof rest);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    if (fits) have += (size_t)got;
  }
  output[have] = 0;
  close(ends[0]);
  if (failure != 0) return -1;
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
