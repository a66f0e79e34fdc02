import GRDB

extension Schema {
  /// Statements without a copy of their text, found by their stems through a full-text index; words counted by article;
  /// names found by their words; the lengths of articles; entities in the full-text index.
  ///
  /// An index over (stem, statement) must write in as many places as a statement has stems, and a large archive has no
  /// room for them in memory; a full-text index writes them in one piece.
  @Sendable static func createWordTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE vocabulary (term TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE article_length (block INTEGER PRIMARY KEY, lengths BLOB NOT NULL);
        INSERT INTO meta (name, value) SELECT 'articles', count(*) FROM article;
        DROP VIEW article_content;
        CREATE VIEW article_content AS
          SELECT article.key AS key, ltrim(article.title, char(2)) AS title, ltrim(body.text, char(2)) AS text,
            char(2) || coalesce((SELECT group_concat(entity, ' ') FROM (
              SELECT DISTINCT entity FROM article_entity WHERE article = article.key ORDER BY entity)), '') AS names
          FROM article JOIN body ON body.key = article.key;
        CREATE VIRTUAL TABLE statement_fts USING fts5(
          stems, content='', columnsize=0, detail=none, tokenize='\(ListTokenizer.name)');
        CREATE VIRTUAL TABLE article_terms USING fts5vocab(article_fts, row);
        CREATE VIRTUAL TABLE statement_terms USING fts5vocab(statement_fts, row);
        CREATE VIRTUAL TABLE entity_names USING fts5(
          name, content='', columnsize=0, tokenize='\(ListTokenizer.name)');
        CREATE VIRTUAL TABLE speaker_names USING fts5(
          name, content='', columnsize=0, tokenize='\(ListTokenizer.name)');
        INSERT INTO statement_fts (statement_fts, rank) VALUES ('hashsize', 8388608);
        INSERT INTO statement_fts (rowid, stems) SELECT id, stems FROM statement;
        DROP TABLE sig;
        ALTER TABLE statement ADD COLUMN content_check INTEGER NOT NULL DEFAULT 0;
        """)
    let contents = try Row.fetchCursor(db, sql: "SELECT id, content FROM statement")
    let update = try db.cachedStatement(sql: "UPDATE statement SET content_check = ? WHERE id = ?")
    while let row = try contents.next() {
      try update.execute(arguments: [Encoding.check(row[1] as String), row[0] as Int64])
    }
    try db.execute(sql: "ALTER TABLE statement DROP COLUMN content")
    try renewNames(db)
    try IndexWriter.renew(db)
  }

  /// The full-text index, without rows; its content is the view of `createWordTables`.
  static func createIndex(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE article_fts USING fts5(
          title, text, names, content='article_content', content_rowid='key',
          tokenize='\(ArabicTokenizer.declaration)');
        INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 16777216);
        INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 8);
        INSERT OR REPLACE INTO meta (name, value) VALUES ('tokenizer', '\(ArabicTokenizer.declaration)');
        """)
  }

  /// Makes the indexes of names anew.
  ///
  /// - Shape: in `entity_names` the number of a form, or of an entity with a minus.
  static func renewNames(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO entity_names (entity_names) VALUES ('delete-all');
        INSERT INTO entity_names (rowid, name)
          SELECT -id, folded || char(10) || coalesce(english_folded, '') FROM entity ORDER BY id DESC;
        INSERT INTO entity_names (rowid, name) SELECT id, folded FROM form ORDER BY id;
        INSERT INTO speaker_names (speaker_names) VALUES ('delete-all');
        INSERT INTO speaker_names (rowid, name) SELECT id, folded FROM name ORDER BY id;
        """)
  }

  /// What was never opened is found and counted without reading the articles.
  @Sendable static func createReadingIndex(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX article_by_reading ON article (is_read, time)")
  }

  /// The newest articles of a source are found without sorting, however many it has.
  @Sendable static func createSourceTimes(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP INDEX article_by_source;
        CREATE INDEX article_by_source ON article (source, time);
        """)
  }

  /// Makes the index of the stems of statements anew.
  static func renewStatementIndex(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO statement_fts (statement_fts) VALUES ('delete-all');
        INSERT INTO statement_fts (rowid, stems) SELECT id, stems FROM statement ORDER BY id;
        """)
  }
}
