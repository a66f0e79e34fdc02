// ncurses: only what draws. Keys are decoded in Swift, where their table can be tested.

#include "CTerminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

static SCREEN *screen;

bool ct_set_locale(const char *name) { return setlocale(LC_CTYPE, name) != NULL; }

const char *ct_codeset(void) { return nl_langinfo(CODESET); }

int ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool ct_open(const char *name, bool color) {
  if (screen) return false;
  // The size is the terminal's, not that of LINES and COLUMNS, which go stale.
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(name, stdout, stdin);
  if (!screen) return false;
  raw();
  noecho();
  nonl();
  // A refresh is never cut short because keys are waiting.
  typeahead(-1);
  leaveok(stdscr, FALSE);
  if (color && has_colors()) {
    start_color();
    use_default_colors();
  }
  return true;
}

bool ct_is_open(void) { return screen != NULL; }

void ct_close(void) {
  if (!screen) return;
  endwin();
  delscreen(screen);
  screen = NULL;
}

void ct_leave(void) { endwin(); }

void ct_return(void) {
  def_shell_mode();
  reset_prog_mode();
}

void ct_begin(const char *start, size_t count) {
  erase();
  clearok(curscr, TRUE);
  // Curses keeps its output to itself until a refresh, and putp would go another way and come late.
  refresh();
  ct_write(start, count);
  clearok(curscr, TRUE);
  refresh();
}

int ct_colors(void) { return has_colors() ? COLORS : 0; }

int ct_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }

bool ct_set_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

void ct_put(int column, int row, const uint32_t *scalars, size_t count, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (size_t i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
  attr_t look = A_NORMAL;
  if (attributes & CT_BOLD) look |= A_BOLD;
  if (attributes & CT_DIM) look |= A_DIM;
  if (attributes & CT_ITALIC) look |= A_ITALIC;
  if (attributes & CT_UNDERLINE) look |= A_UNDERLINE;
  if (attributes & CT_REVERSE) look |= A_REVERSE;
  cchar_t cell;
  // The pair goes in twice: as a short, which old callers use, and as an int, which holds those above 32767.
  if (setcchar(&cell, text, look, (short)pair, &pair) == OK) mvadd_wchnstr(row, column, &cell, 1);
}

void ct_cursor(int column, int row) {
  if (column < 0) {
    curs_set(0);
    return;
  }
  move(row, column);
  curs_set(1);
}

void ct_refresh(void) { refresh(); }

void ct_redraw(void) { clearok(curscr, TRUE); }

void ct_resize(int columns, int rows) {
  resize_term(rows, columns);
  clearok(curscr, TRUE);
}
