#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "CProcesses.h"

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

double process_time(char *const arguments[]) {
  double start = now();
  pid_t child = vfork();
  if (child < 0) return -1;
  if (child == 0) {
    int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execv(arguments[0], arguments);
    _exit(127);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return -1;
  return now() - start;
}

int pty_times(char *const arguments[], const char *text, double *first, double *shown) {
  struct winsize size = {40, 120, 0, 0};
  int terminal = -1;
  static char bytes[1 << 20];
  size_t count = 0;
  *first = *shown = -1;
  double start = now();
  pid_t child = forkpty(&terminal, NULL, NULL, &size);
  if (child < 0) return -1;
  if (child == 0) {
    setenv("TERM", "xterm-256color", 1);
    execv(arguments[0], arguments);
    _exit(127);
  }
  while (now() - start < 5000 && count < sizeof bytes - 1) {
    struct pollfd wait = {terminal, POLLIN, 0};
    if (poll(&wait, 1, 100) <= 0) continue;
    ssize_t more = read(terminal, bytes + count, sizeof bytes - 1 - count);
    if (more <= 0) break;
    // As every terminal does, it answers when it is asked what it is.
    if (memmem(bytes + count, more, "\033[c", 3) && write(terminal, "\033[?62;22c", 10) < 0) break;
    count += more;
    // The modes of a terminal take less; a screenful takes more.
    if (*first < 0 && count > 600) *first = now() - start;
    if (memmem(bytes, count, text, strlen(text))) {
      *shown = now() - start;
      break;
    }
  }
  kill(child, SIGHUP);
  close(terminal);
  for (int tries = 0; tries < 100; tries++) {
    if (waitpid(child, NULL, WNOHANG) == child) return 0;
    usleep(10000);
  }
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  return 0;
}

int pty_start(char *const arguments[], char *const environment[], int columns, int rows, int *process) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  int terminal = -1;
  *process = forkpty(&terminal, NULL, NULL, &size);
  if (*process < 0) return -1;
  if (*process == 0) {
    execvpe(arguments[0], arguments, environment);
    _exit(127);
  }
  // Programs started later must not hold this terminal open.
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  return terminal;
}

int pty_resize(int terminal, int columns, int rows) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  return ioctl(terminal, TIOCSWINSZ, &size);
}
