#ifndef CTERMINAL_H
#define CTERMINAL_H

// Everything that Mujaz wants of ncurses, signals and terminal settings, as plain functions: no macro, no global and
// no type of curses.h goes out, because Swift can import none of them.
//
// There is one terminal a process: standard input and standard output. Functions are for one thread, except
// ct_ring and the signal handlers.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- The locale

/// Makes `name` the locale of letters (LC_CTYPE); false where the system does not have it.
bool ct_set_locale(const char *name);

/// The encoding of the locale of letters, as nl_langinfo names it ("UTF-8").
const char *ct_codeset(void);

/// The columns curses gives a character in this locale: 0, 1, 2, or -1 for controls and what it does not know.
int ct_width(uint32_t scalar);

// --- Restoring the terminal, come what may

/// Bits of ct_take_signals.
enum {
  CT_RESIZED = 1,    ///< SIGWINCH
  CT_STOP = 2,       ///< SIGTSTP: someone asks the program to stop
  CT_CONTINUED = 4,  ///< SIGCONT
  CT_END = 8,        ///< SIGTERM, SIGHUP or SIGINT
};

/// Notes the settings of the terminal and installs all signal handlers: those that ring the bell, and those that put
/// the terminal right before a crash kills the program. Messages to standard error are held back from now on. Must come
/// before curses starts. 0, or an errno.
int ct_guard(void);

/// Gives back all signals, forgets the settings, and lets the messages go to standard error.
void ct_unguard(void);

/// What a crash, or an exit without ct_unguard, writes to the terminal. Copied; at most 1000 bytes, else ignored.
void ct_set_restore(const char *bytes, size_t count);

/// Becomes readable when a signal came.
int ct_signal_fd(void);

/// The signals since the last call, as bits.
uint32_t ct_take_signals(void);

/// The number of the last of SIGTERM, SIGHUP and SIGINT that came, or 0.
int ct_end_signal(void);

/// Stops the whole job as if the terminal had sent SIGTSTP, and returns when it is continued.
void ct_stop(void);

// --- The terminal device

/// Whether standard input and standard output are terminals: bit 1 for input, bit 2 for output.
int ct_terminals(void);

/// The size of the terminal; false where the system does not know it.
bool ct_size(int *columns, int *rows);

/// Sets the terminal to hand over every byte as it comes, unseen; for questions before curses starts.
bool ct_raw(void);

/// Undoes ct_raw.
void ct_cooked(void);

/// Gives the terminal the settings in which lines are edited and keys are seen, as `stty sane` does; false where
/// standard input is no terminal.
bool ct_sane(void);

/// Writes bytes to standard output, all of them.
void ct_write(const char *bytes, size_t count);

/// Waits.
void ct_wait(int milliseconds);

/// Makes a pipe that never blocks and is closed on exec; false when the system has none left.
bool ct_pipe(int descriptors[2]);

/// Writes one byte into a pipe of ct_pipe. From any thread.
void ct_ring(int descriptor);

/// Empties a pipe of ct_pipe.
void ct_drain(int descriptor);

/// Closes both ends of a pipe of ct_pipe.
void ct_close_pipe(int reading, int writing);

/// Whether the library of terminal descriptions knows `name`.
bool ct_knows(const char *name);

/// The colours that the description of `name` tells of, 0 for none; -1 where `name` is not known.
int ct_described_colors(const char *name);

// --- curses

/// Starts curses for the terminal type `name`; false where it cannot.
bool ct_open(const char *name, bool color);

/// Whether curses was started and not ended.
bool ct_is_open(void);

/// Ends curses for good.
void ct_close(void);

/// Leaves curses for a while: the terminal is the shell's again.
void ct_leave(void);

/// Notes the shell's settings anew after ct_leave; ct_begin then comes back.
void ct_return(void);

/// Shows the alternate screen, sends `start` to it, and clears it once more: terminals note some modes with each row
/// when the row is cleared.
void ct_begin(const char *start, size_t count);

/// Colours and pairs that the terminal has; 0 where it has none.
int ct_colors(void);
int ct_pairs(void);

/// Defines a pair of colours, -1 being the terminal's own.
bool ct_set_pair(int pair, int foreground, int background);

/// Attributes of ct_put, the same bits as Style.Attributes.
enum { CT_BOLD = 1, CT_DIM = 2, CT_ITALIC = 4, CT_UNDERLINE = 8, CT_REVERSE = 16 };

/// Puts one character with its marks (at most 5 in all) on the screen of curses.
void ct_put(int column, int row, const uint32_t *scalars, size_t count, int attributes, int pair);

/// Shows the cursor there, or hides it when `column` is negative.
void ct_cursor(int column, int row);

/// Sends what changed.
void ct_refresh(void);

/// Has the next ct_refresh send everything.
void ct_redraw(void);

/// Gives curses the size of the terminal.
void ct_resize(int columns, int rows);

#endif
