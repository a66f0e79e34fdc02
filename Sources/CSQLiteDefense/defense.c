#include "CSQLiteDefense.h"

int cs_defend(sqlite3 *connection) {
  static const struct {
    int option;
    int value;
  } settings[] = {
      {SQLITE_DBCONFIG_DEFENSIVE, 1},
      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
      {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
      {SQLITE_DBCONFIG_DQS_DDL, 0},
      {SQLITE_DBCONFIG_DQS_DML, 0},
  };
  for (unsigned i = 0; i < sizeof settings / sizeof settings[0]; i++) {
    int result = sqlite3_db_config(connection, settings[i].option, settings[i].value, (int *)0);
    if (result != SQLITE_OK) return result;
  }
  return SQLITE_OK;
}

int cs_allow_shadow_writes(sqlite3 *connection, int is_allowed) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, !is_allowed, (int *)0);
}
