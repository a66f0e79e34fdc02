// Descriptions of terminals. Apart, because term.h makes macros of common words such as "columns".

#include "CTerminal.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

bool ct_knows(const char *name) { return ct_described_colors(name) >= 0; }

int ct_described_colors(const char *name) {
  int problem = 0;
  TERMINAL *before = cur_term;
  bool known = setupterm(name, STDOUT_FILENO, &problem) == OK;
  int colors = known ? tigetnum("colors") : -1;
  if (known && cur_term != before) del_curterm(cur_term);
  if (before) set_curterm(before);
  return known && colors < 0 ? 0 : colors;
}
