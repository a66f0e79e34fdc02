#ifndef CSQLITEDEFENSE_H
#define CSQLITEDEFENSE_H

#include <sqlite3.h>

/// Makes a connection safe to use on a file of somebody else's: nothing writes to shadow tables or to the schema as a
/// table, no trigger runs, and functions are called by nothing in the schema that is not marked harmless.
///
/// Returns SQLITE_OK, or the first error. `sqlite3_db_config` takes a variable number of arguments, which Swift cannot pass.
int cs_defend(sqlite3 *connection);

/// Lets statements write to the tables that stand behind virtual ones, or keeps them from it again, as `cs_defend` does:
/// for the repair of an index that cannot be opened.
int cs_allow_shadow_writes(sqlite3 *connection, int is_allowed);

#endif
