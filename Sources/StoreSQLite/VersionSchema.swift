import Briefings
import GRDB

extension Schema {
  /// `old_version` keeps the texts that articles had, under their own ids, so that they survive when an article is
  /// replaced; the text of a deleted article is the last of them, and `trash` has the rest of it. `change` counts up with
  /// everything that comes, changes or goes; `removal` tells what went.
  @Sendable static func createVersions(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE article ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE article ADD COLUMN url_hash INTEGER;
        CREATE TABLE old_version (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL,
          version INTEGER NOT NULL,
          title TEXT NOT NULL,
          text TEXT NOT NULL,
          date TEXT,
          source TEXT NOT NULL,
          url TEXT NOT NULL,
          author TEXT NOT NULL,
          language TEXT,
          tags TEXT NOT NULL,
          UNIQUE (id, version)
        );
        CREATE TABLE trash (
          id TEXT PRIMARY KEY,
          turn INTEGER NOT NULL,
          version INTEGER NOT NULL,
          marks TEXT NOT NULL,
          findings TEXT NOT NULL
        );
        CREATE TABLE removal (change INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
        """)
    let update = try db.cachedStatement(sql: "UPDATE article SET change = ?, url_hash = ? WHERE key = ?")
    var change: Int64 = 0
    for key in try Int64.fetchAll(db, sql: "SELECT key FROM article ORDER BY key") {
      change += 1
      let url = try String.fetchOne(
        db.cachedStatement(sql: "SELECT url FROM article WHERE key = ?"), arguments: [key])
      try update.execute(arguments: [change, url.flatMap { Encoding.hash(ofURL: $0) }, key])
    }
    try db.execute(
      sql: """
        CREATE INDEX article_by_change ON article (change);
        CREATE INDEX article_by_url ON article (url_hash) WHERE url_hash IS NOT NULL;
        """)
    try db.execute(sql: "INSERT INTO meta (name, value) VALUES ('change', ?)", arguments: ["\(change)"])
  }

  /// `note` and the flag go by the article's own id and survive it being replaced.
  @Sendable static func createMarks(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN is_flagged INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX article_flagged ON article (is_flagged) WHERE is_flagged <> 0;
        CREATE TABLE note (
          id TEXT NOT NULL,
          place TEXT NOT NULL,
          turn INTEGER NOT NULL,
          text TEXT NOT NULL,
          quote TEXT NOT NULL,
          PRIMARY KEY (id, place)
        ) WITHOUT ROWID;
        CREATE INDEX note_by_turn ON note (turn);
        CREATE TABLE saved_search (
          name TEXT PRIMARY KEY,
          query TEXT NOT NULL,
          seen INTEGER NOT NULL
        ) WITHOUT ROWID;
        """)
  }

  /// Articles with much the same text have the same `story`.
  @Sendable static func createReprints(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN story INTEGER;
        CREATE INDEX article_by_story ON article (story) WHERE story IS NOT NULL;
        """)
  }

  /// `sketch_fts` names the articles in which some of the runs of words stand that a text is found by.
  @Sendable static func createReprintIndex(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS sketch;
        CREATE VIRTUAL TABLE sketch_fts USING fts5(
          keys, content='', columnsize=0, detail=none, tokenize='\(ListTokenizer.name)');
        CREATE VIRTUAL TABLE sketch_terms USING fts5vocab(sketch_fts, row);
        """)
    try ReprintGroups.renew(db)
  }
}

extension Encoding {
  /// The hash an address is looked up by; `nil` for none.
  static func hash(ofURL url: String) -> Int64? { url.isEmpty ? nil : hash(url) }
}
