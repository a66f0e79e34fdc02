// Descriptions of terminals. Apart, because term.h makes macros of common words such as "columns".

#include "CTerminal.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

bool ct_knows(const char *name) {
  int problem = 0;
  TERMINAL *before = cur_term;
  bool known = setupterm(name, STDOUT_FILENO, &problem) == OK;
  if (known && cur_term != before) del_curterm(cur_term);
  if (before) set_curterm(before);
  return known;
}
