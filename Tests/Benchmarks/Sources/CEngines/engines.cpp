#include <xapian.h>

#include <string>
#include <vector>

#include "CEngines.h"

struct xapian_engine {
  Xapian::WritableDatabase writer;
  Xapian::Database reader;
  Xapian::Document document;
};

extern "C" {

xapian_engine *xapian_create(const char *path) try {
  auto *engine = new xapian_engine;
  engine->writer = Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS);
  return engine;
} catch (...) {
  return nullptr;
}

xapian_engine *xapian_reopen(const char *path) try {
  auto *engine = new xapian_engine;
  engine->reader = Xapian::Database(path);
  return engine;
} catch (...) {
  return nullptr;
}

void xapian_begin(xapian_engine *engine, const char *data, int length) {
  engine->document = Xapian::Document();
  engine->document.set_data(std::string(data, length));
}

void xapian_token(xapian_engine *engine, const char *token, int length, int position) {
  // Longer terms are refused; no word is so long.
  if (length < 200) engine->document.add_posting(std::string(token, length), position);
}

void xapian_end(xapian_engine *engine) { engine->writer.add_document(engine->document); }

void xapian_commit(xapian_engine *engine) { engine->writer.commit(); }

void xapian_close(xapian_engine *engine) { delete engine; }

static std::vector<std::string> parts(const std::string &text, char divider) {
  std::vector<std::string> found;
  size_t start = 0;
  while (true) {
    size_t end = text.find(divider, start);
    found.push_back(text.substr(start, end == std::string::npos ? end : end - start));
    if (end == std::string::npos) return found;
    start = end + 1;
  }
}

int xapian_search(xapian_engine *engine, const char *words, int how, int by_date) try {
  std::vector<Xapian::Query> all;
  for (const auto &word : parts(words, '\n')) {
    auto forms = parts(word, '\t');
    // Positions are known of terms, not of synonyms: side by side means the first form.
    if (how == 2)
      all.push_back(Xapian::Query(forms[0]));
    else
      all.push_back(Xapian::Query(Xapian::Query::OP_SYNONYM, forms.begin(), forms.end()));
  }
  auto op = how == 0 ? Xapian::Query::OP_AND : how == 1 ? Xapian::Query::OP_OR : Xapian::Query::OP_PHRASE;
  Xapian::Enquire enquire(engine->reader);
  enquire.set_query(Xapian::Query(op, all.begin(), all.end()));
  if (by_date) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  }
  Xapian::MSet hits = enquire.get_mset(0, 20);
  int count = 0;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) count += hit.get_document().get_data().empty() ? 0 : 1;
  return count;
} catch (...) {
  return -1;
}
}
