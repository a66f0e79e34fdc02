#ifndef CSQLITEDEFENSE_H
#define CSQLITEDEFENSE_H

#include <sqlite3.h>

/// Makes a connection safe to use on a file of somebody else's: nothing writes to shadow tables or to the schema as a
/// table, no trigger runs, and functions are called by nothing in the schema that is not marked harmless.
///
/// Returns SQLITE_OK, or the first error. `sqlite3_db_config` takes a variable number of arguments, which Swift cannot pass.
int cs_defend(sqlite3 *connection);

#endif
