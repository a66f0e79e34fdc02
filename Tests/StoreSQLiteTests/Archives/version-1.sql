-- An archive as version 1 of its tables left it: two articles, one with findings, a tag of the user's and a place.
PRAGMA application_id = 1299540602;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('1');
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL);
CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  time INTEGER NOT NULL,
  date TEXT,
  title TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source (id),
  url TEXT NOT NULL,
  author TEXT NOT NULL,
  language TEXT,
  findings_language TEXT NOT NULL,
  findings_version INTEGER NOT NULL,
  findings_digest INTEGER NOT NULL,
  is_read INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_by_time ON article (time);
CREATE INDEX article_by_source ON article (source);
CREATE TABLE body (
  key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE TABLE article_tag (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag TEXT NOT NULL,
  folded TEXT NOT NULL,
  by_user INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX article_tag_by_tag ON article_tag (folded, article);
CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  field INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  turn INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIEW article_content AS
  SELECT article.key AS key, article.title AS title, body.text AS text
  FROM article JOIN body ON body.key = article.key;
CREATE VIRTUAL TABLE article_fts USING fts5(
  title, text, content='article_content', content_rowid='key', tokenize='mujaz 2');
INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 8388608);
INSERT OR REPLACE INTO meta (name, value) VALUES ('tokenizer', 'mujaz 2');
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  canonical TEXT NOT NULL,
  folded TEXT NOT NULL,
  english TEXT,
  english_folded TEXT,
  briefings INTEGER NOT NULL DEFAULT 0,
  mentions INTEGER NOT NULL DEFAULT 0,
  UNIQUE (folded, type)
);
CREATE INDEX entity_by_briefings ON entity (briefings, mentions);
CREATE TABLE form (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  form TEXT NOT NULL,
  folded TEXT NOT NULL,
  mentions INTEGER NOT NULL DEFAULT 0,
  UNIQUE (entity, form)
);
CREATE TABLE article_entity (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (id),
  canonical INTEGER NOT NULL REFERENCES form (id),
  english TEXT,
  origin TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX article_entity_by_entity ON article_entity (entity, article, mentions);
CREATE TABLE mention (
  article INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  form INTEGER NOT NULL REFERENCES form (id),
  field INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (article, position, number),
  FOREIGN KEY (article, position) REFERENCES article_entity (article, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL);
CREATE INDEX name_by_folded ON name (folded);
CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  field INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  content TEXT NOT NULL,
  speaker INTEGER REFERENCES name (id),
  speaker_field INTEGER,
  speaker_first INTEGER,
  speaker_last INTEGER,
  speaker_entity INTEGER REFERENCES name (id),
  cue TEXT NOT NULL,
  cue_field INTEGER,
  cue_first INTEGER,
  cue_last INTEGER,
  cue_class TEXT NOT NULL,
  kind TEXT NOT NULL,
  polarity TEXT NOT NULL,
  confidence REAL NOT NULL,
  origin TEXT NOT NULL,
  stems TEXT NOT NULL,
  numbers TEXT NOT NULL,
  is_negated INTEGER NOT NULL,
  entities TEXT NOT NULL
);
CREATE INDEX statement_by_article ON statement (article, field, first);
CREATE INDEX statement_by_speaker ON statement (speaker, article) WHERE speaker IS NOT NULL;
CREATE INDEX statement_by_speaker_entity ON statement (speaker_entity, article)
  WHERE speaker_entity IS NOT NULL;
CREATE TABLE stem (hash INTEGER PRIMARY KEY, statements INTEGER NOT NULL);
CREATE TABLE sig (
  stem INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  PRIMARY KEY (stem, statement)
) WITHOUT ROWID;
INSERT INTO source VALUES (1, 'وكالة', 'وكاله');
INSERT INTO article (key, id, time, date, title, source, url, author, language, findings_language, findings_version,
  findings_digest, is_read) VALUES (3100899278848, 'a', 1709251200, '2024-03-01', 'باريس تعلن', 1, 'https://example.org/a', 'محرر', NULL, 'ar',
  3, 77, 1), (1, 'b', -9007199254740992, NULL, 'بلا تاريخ', 1, '', '', 'ar', 'ar', 3, 78, 0);
INSERT INTO body VALUES (3100899278848, 'قال أوستن إن الردع قائم.'), (1, 'نص بلا تاريخ');
INSERT INTO article_tag VALUES (3100899278848, 0, 'حبوب', 'حبوب', 0), (3100899278848, 1, 'مهم', 'مهم', 1);
INSERT INTO reading VALUES ('a', 1, 7, 17, 1);
INSERT INTO entity VALUES (1, 'person', 'أوستن', 'اوستن', 'Austin', 'austin', 1, 1);
INSERT INTO form VALUES (1, 1, 'أوستن', 'اوستن', 1);
INSERT INTO article_entity VALUES (3100899278848, 0, 1, 1, 'Austin', 'analyzed', 1);
INSERT INTO mention VALUES (3100899278848, 0, 0, 1, 1, 7, 17);
INSERT INTO name VALUES (1, 'أوستن', 'اوستن');
INSERT INTO statement VALUES (1, 3100899278848, 1, 23, 42, 'الردع قائم', 1, 1, 7, 17, 1, 'قال', 1, 0, 6, 'SAY',
  'indirect', 'affirm', 0.75, 'analyzed', 'ردع' || char(10) || 'قاءم', '', 0, 'أوستن');
INSERT INTO stem VALUES (-3232912477554791617, 1), (1660418599420202348, 1);
INSERT INTO sig VALUES (-3232912477554791617, 1), (1660418599420202348, 1);
INSERT INTO article_fts (article_fts) VALUES ('rebuild');
PRAGMA user_version = 1;
