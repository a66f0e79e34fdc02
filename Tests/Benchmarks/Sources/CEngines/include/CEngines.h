// Other engines for the same articles.
#ifndef CENGINES_H
#define CENGINES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// FTS5 as SQLite ships it, on an archive's own full-text table, without our ranking.
typedef struct fts_engine fts_engine;
fts_engine *fts_open(const char *path);
// Looks the best 20 up by bm25, or the newest 20; returns how many rows came, or -1.
int fts_search(fts_engine *engine, const char *match, int by_date);
void fts_close(fts_engine *engine);
// The bytes that words take: full-text indexes, vocabulary, lengths; -1 where that cannot be told.
long long fts_bytes(const char *path);

// Xapian with the same tokens.
typedef struct xapian_engine xapian_engine;
xapian_engine *xapian_create(const char *path);
xapian_engine *xapian_reopen(const char *path);
void xapian_begin(xapian_engine *engine, const char *data, int length);
void xapian_token(xapian_engine *engine, const char *token, int length, int position);
void xapian_end(xapian_engine *engine);
void xapian_commit(xapian_engine *engine);
void xapian_close(xapian_engine *engine);
// The query is given as words, each a list of forms: forms are divided by tabs, words by line breaks.
// how: 0 all words, 1 any word, 2 side by side. Returns how many hits came; their data is read.
int xapian_search(xapian_engine *engine, const char *words, int how, int by_date);

#ifdef __cplusplus
}
#endif
#endif
