// The terminal as it was: noted at the start, given back at the end, whatever ends the program.

#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// Whatever ends a program that does not ask for it: failures of its own, Ctrl-\\ and limits of the system.
static const int crash_signals[] = {SIGSEGV, SIGABRT, SIGILL,  SIGBUS,  SIGTRAP, SIGFPE,  SIGSYS,   SIGQUIT,
                                    SIGXCPU, SIGXFSZ, SIGUSR1, SIGUSR2, SIGALRM, SIGPROF, SIGVTALRM};
static const int event_signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT};
enum { crash_count = sizeof crash_signals / sizeof *crash_signals };
enum { event_count = sizeof event_signals / sizeof *event_signals };

static struct sigaction old_crash[crash_count];
static struct sigaction old_event[event_count];
static struct termios settings;
static volatile sig_atomic_t guarding;

// Read by handlers: written whole while `restore_count` is 0.
static char restore[1000];
static volatile sig_atomic_t restore_count;

static int bell[2] = {-1, -1};
static atomic_uint rung;
static volatile sig_atomic_t end_signal;

// A handler on a stack of its own still runs when the program's stack is used up.
static char handler_stack[65536];

// Messages to standard error wait here while the screen is ours: they would spoil it, and be gone with it.
static int messages = -1;
static int standard_error = -1;

static void hold_messages(void) {
  if (messages >= 0 || !isatty(STDERR_FILENO)) return;
  messages = memfd_create("messages", MFD_CLOEXEC);
  standard_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (messages >= 0 && standard_error >= 0 && dup2(messages, STDERR_FILENO) >= 0) return;
  if (messages >= 0) close(messages);
  if (standard_error >= 0) close(standard_error);
  messages = standard_error = -1;
}

static void release_messages(void) {
  if (messages < 0) return;
  dup2(standard_error, STDERR_FILENO);
  char bytes[512];
  ssize_t count;
  for (off_t at = 0; (count = pread(messages, bytes, sizeof bytes, at)) > 0; at += count)
    if (write(STDERR_FILENO, bytes, (size_t)count) <= 0) break;
  close(messages);
  close(standard_error);
  messages = standard_error = -1;
}

// Only functions that POSIX allows in a signal handler.
static void put_right(void) {
  if (!guarding) return;
  guarding = 0;
  sigset_t quiet, before;
  sigemptyset(&quiet);
  // A program in the background is stopped for touching its terminal; here it must not be.
  sigaddset(&quiet, SIGTTOU);
  sigprocmask(SIG_BLOCK, &quiet, &before);
  ct_write(restore, (size_t)restore_count);
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  release_messages();
  sigprocmask(SIG_SETMASK, &before, NULL);
}

static void on_crash(int number) {
  int saved = errno;
  put_right();
  for (int i = 0; i < crash_count; i++)
    if (crash_signals[i] == number) sigaction(number, &old_crash[i], NULL);
  errno = saved;
  // Blocked until this handler returns, then handled as if we had never been here.
  raise(number);
}

static void on_event(int number) {
  int saved = errno;
  unsigned bit = CT_END;
  if (number == SIGWINCH) bit = CT_RESIZED;
  if (number == SIGTSTP) bit = CT_STOP;
  if (number == SIGCONT) bit = CT_CONTINUED;
  unsigned before = atomic_fetch_or(&rung, bit);
  if (bit == CT_END) {
    end_signal = number;
    if (before & CT_END && number != SIGHUP) {
      // Asked before, and the program did not get to it: it hangs. When a terminal closes, though, several SIGHUP come
      // in a row.
      put_right();
      signal(number, SIG_DFL);
      raise(number);
    }
  }
  ct_ring(bell[1]);
  errno = saved;
}

static void install(void) {
  struct sigaction event = {.sa_handler = on_event, .sa_flags = SA_RESTART};
  sigfillset(&event.sa_mask);
  for (int i = 0; i < event_count; i++) {
    sigaction(event_signals[i], NULL, &old_event[i]);
    // Under nohup, or in the background of a script, they are ignored on purpose.
    bool ignored = old_event[i].sa_handler == SIG_IGN;
    if (ignored && event_signals[i] != SIGWINCH) continue;
    sigaction(event_signals[i], &event, NULL);
  }
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
  sigemptyset(&crash.sa_mask);
  for (int i = 0; i < crash_count; i++) {
    sigaction(crash_signals[i], NULL, &old_crash[i]);
    if (old_crash[i].sa_handler != SIG_IGN) sigaction(crash_signals[i], &crash, NULL);
  }
}

int ct_guard(void) {
  if (guarding) return 0;
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return errno;
  if (bell[0] < 0 && !ct_pipe(bell)) return errno;
  static bool at_exit;
  if (!at_exit) at_exit = atexit(put_right) == 0;
  restore_count = 0;
  end_signal = 0;
  atomic_store(&rung, 0);
  install();
  hold_messages();
  guarding = 1;
  return 0;
}

void ct_unguard(void) {
  if (!guarding) return;
  guarding = 0;
  restore_count = 0;
  release_messages();
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &old_crash[i], NULL);
  for (int i = 0; i < event_count; i++) sigaction(event_signals[i], &old_event[i], NULL);
}

void ct_set_restore(const char *bytes, size_t count) {
  if (count > sizeof restore) return;
  restore_count = 0;
  atomic_signal_fence(memory_order_seq_cst);
  memcpy(restore, bytes, count);
  atomic_signal_fence(memory_order_seq_cst);
  restore_count = (sig_atomic_t)count;
}

int ct_signal_fd(void) { return bell[0]; }

uint32_t ct_take_signals(void) {
  ct_drain(bell[0]);
  return atomic_exchange(&rung, 0);
}

int ct_end_signal(void) { return end_signal; }

void ct_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &standard, &ours);
  // The whole job stops, as it does for a Ctrl-Z that the terminal itself turns into the signal. The system ignores
  // this where no shell could continue us, and then we simply go on.
  kill(0, SIGTSTP);
  // Where another thread took the signal, it may take effect a moment after kill returns.
  for (int i = 0; i < 20 && !(atomic_load(&rung) & CT_CONTINUED); i++) poll(NULL, 0, 1);
  sigaction(SIGTSTP, &ours, NULL);
  struct termios now;
  if (tcgetattr(STDIN_FILENO, &now) == 0) settings = now;
  // Our own continuation is no news.
  atomic_fetch_and(&rung, ~(unsigned)(CT_CONTINUED | CT_STOP));
}

int ct_terminals(void) { return (isatty(STDIN_FILENO) ? 1 : 0) | (isatty(STDOUT_FILENO) ? 2 : 0); }

bool ct_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

bool ct_raw(void) {
  struct termios raw;
  if (tcgetattr(STDIN_FILENO, &raw) != 0) return false;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
  raw.c_iflag &= ~(tcflag_t)(IXON | BRKINT | PARMRK | ICRNL | INLCR | IGNCR);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

void ct_cooked(void) {
  if (guarding) tcsetattr(STDIN_FILENO, TCSANOW, &settings);
}

bool ct_sane(void) {
  struct termios sane;
  if (tcgetattr(STDIN_FILENO, &sane) != 0) return false;
  sane.c_iflag &= ~(tcflag_t)(IGNBRK | INLCR | IGNCR | IUCLC | IXANY | ISTRIP | PARMRK | INPCK);
  sane.c_iflag |= BRKINT | ICRNL | IMAXBEL | IXON;
  sane.c_oflag &= ~(tcflag_t)(OCRNL | ONOCR | ONLRET | OLCUC | OFILL);
  sane.c_oflag |= OPOST | ONLCR;
  sane.c_cflag |= CREAD;
  sane.c_lflag &= ~(tcflag_t)(ECHONL | NOFLSH | TOSTOP | XCASE);
  sane.c_lflag |= ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE;
  sane.c_cc[VMIN] = 1;
  sane.c_cc[VTIME] = 0;
  return tcsetattr(STDIN_FILENO, TCSADRAIN, &sane) == 0;
}

void ct_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void ct_wait(int milliseconds) { poll(NULL, 0, milliseconds); }

bool ct_pipe(int descriptors[2]) { return pipe2(descriptors, O_NONBLOCK | O_CLOEXEC) == 0; }

void ct_ring(int descriptor) {
  char byte = 1;
  // A full pipe rings as well as one more byte would.
  ssize_t ignored = write(descriptor, &byte, 1);
  (void)ignored;
}

void ct_drain(int descriptor) {
  char bytes[64];
  while (read(descriptor, bytes, sizeof bytes) > 0) continue;
}

void ct_close_pipe(int reading, int writing) {
  close(reading);
  close(writing);
}
