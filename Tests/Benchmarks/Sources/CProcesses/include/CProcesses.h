// Programs on pseudo-terminals, which Swift cannot start: forking is not for it.
#ifndef CPROCESSES_H
#define CPROCESSES_H

// Starts a program on a pseudo-terminal of 120 by 40 and returns milliseconds until the first screenful and until `text`
// is shown, or -1. The program is ended.
int pty_times(char *const arguments[], const char *text, double *first, double *shown);

// Runs a program with its output thrown away; returns milliseconds, or -1 when it failed.
double process_time(char *const arguments[]);

// Starts a program, found as a shell finds it, on a pseudo-terminal with nothing but `environment`. Returns the end from
// which it is driven and sets `process`; -1 when it cannot be.
int pty_start(char *const arguments[], char *const environment[], int columns, int rows, int *process);

// Gives a pseudo-terminal another size, as a window manager does.
int pty_resize(int terminal, int columns, int rows);

#endif
