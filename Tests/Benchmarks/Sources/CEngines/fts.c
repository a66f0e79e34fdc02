#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "CEngines.h"

struct fts_engine {
  sqlite3 *db;
  sqlite3_stmt *ranked;
  sqlite3_stmt *newest;
};

// The archive's tokenizer as far as queries need it: tokens come ready.
static int tokenizer_create(void *context, const char **arguments, int count, Fts5Tokenizer **out) {
  *out = (Fts5Tokenizer *)malloc(1);
  return *out ? SQLITE_OK : SQLITE_NOMEM;
}

static void tokenizer_delete(Fts5Tokenizer *tokenizer) { free(tokenizer); }

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
                    int (*callback)(void *, int, const char *, int, int, int)) {
  return length > 0 ? callback(context, 0, text, length, 0, length) : SQLITE_OK;
}

static fts5_api *api_of(sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

fts_engine *fts_open(const char *path) {
  fts_engine *engine = calloc(1, sizeof *engine);
  static fts5_tokenizer tokenizer = {tokenizer_create, tokenizer_delete, tokenize};
  if (!engine || sqlite3_open_v2(path, &engine->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) goto failed;
  sqlite3_exec(engine->db, "PRAGMA cache_size = -16384", NULL, NULL, NULL);
  fts5_api *api = api_of(engine->db);
  if (!api || api->xCreateTokenizer(api, "mujaz", NULL, &tokenizer, NULL) != SQLITE_OK) goto failed;
  const char *ranked = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?1 ORDER BY rank LIMIT 20";
  const char *newest = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?1 ORDER BY rowid DESC LIMIT 20";
  if (sqlite3_prepare_v2(engine->db, ranked, -1, &engine->ranked, NULL) != SQLITE_OK) goto failed;
  if (sqlite3_prepare_v2(engine->db, newest, -1, &engine->newest, NULL) != SQLITE_OK) goto failed;
  return engine;
failed:
  fts_close(engine);
  return NULL;
}

int fts_search(fts_engine *engine, const char *match, int by_date) {
  sqlite3_stmt *statement = by_date ? engine->newest : engine->ranked;
  sqlite3_bind_text(statement, 1, match, -1, SQLITE_STATIC);
  int count = 0;
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) count++;
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? count : -1;
}

void fts_close(fts_engine *engine) {
  if (!engine) return;
  sqlite3_finalize(engine->ranked);
  sqlite3_finalize(engine->newest);
  sqlite3_close(engine->db);
  free(engine);
}

long long fts_bytes(const char *path) {
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  long long bytes = -1;
  const char *sql =
      "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN ('article_fts_data', 'article_fts_idx',"
      " 'article_fts_docsize', 'vocabulary', 'article_length', 'statement_fts_data', 'statement_fts_idx')";
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
    bytes = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return bytes;
}
