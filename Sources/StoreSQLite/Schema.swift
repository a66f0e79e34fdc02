import GRDB

/// The tables of an archive. Migrations are only ever appended; a released one never changes.
///
/// An article's key orders by day: days since year 0 times 2²², plus a number within the day; undated articles have day 0.
/// So the newest rows of the full-text index are found without sorting, and neighbours in time are neighbours on disk.
enum Schema {
  /// `Mujz`: marks the file as ours.
  static let applicationID: Int32 = 0x4D75_6A7A

  /// The time of an article that has no date: before all others.
  static let undated: Int64 = -1 << 53

  /// One step that brings an archive further; what it is called is written in the file, so a name never changes.
  typealias Step = (name: String, run: @Sendable (Database) throws -> Void)

  /// The steps, oldest first.
  static let steps: [Step] = [
    ("1", createFirstTables),
    ("2", createDecisions),
    ("versions", createVersions),
    ("marks", createMarks),
    ("reprints", createReprints),
    ("words", createWordTables),
    ("reprint-index", createReprintIndex),
    ("targets", addTargets),
    ("reading-index", createReadingIndex),
    ("source-times", createSourceTimes),
  ]

  /// The steps that only make indexes.
  private static let indexSteps: Set = ["reading-index", "source-times"]

  /// What `PRAGMA user_version` says after the last step: how many there are.
  static var version: Int { steps.count }

  /// Takes an archive through the steps that it has not seen.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      // An index changes no row, so what rows refer to need not be looked through.
      let isIndex = Self.indexSteps.contains(step.name)
      migrator.registerMigration(step.name, foreignKeyChecks: isIndex ? .immediate : .deferred) { db in
        try step.run(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }

  @Sendable private static func createFirstTables(_ db: Database) throws {
    try createArticles(db)
    try createEntities(db)
    try createStatements(db)
  }

  /// `reading` goes by the article's own id, so that a place survives when the article is replaced.
  private static func createArticles(_ db: Database) throws {
    try db.execute(
      sql: """
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
        """)
    try createFirstIndex(db)
  }

  /// The full-text index as it was at first.
  private static func createFirstIndex(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE article_fts USING fts5(
          title, text, content='article_content', content_rowid='key', tokenize='\(ArabicTokenizer.declaration)');
        INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 8388608);
        INSERT OR REPLACE INTO meta (name, value) VALUES ('tokenizer', '\(ArabicTokenizer.declaration)');
        """)
  }

  private static func createEntities(_ db: Database) throws {
    try db.execute(
      sql: """
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
        """)
  }

  private static func createStatements(_ db: Database) throws {
    try db.execute(
      sql: """
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
        """)
  }

  /// `decided` tells which decisions changed which articles, `undecided` keeps what the decisions changed as it was
  /// before, and `awaiting` names the articles that are not yet in line with the decisions.
  @Sendable private static func createDecisions(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE decision (
          number INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          type TEXT,
          name TEXT,
          other_type TEXT,
          other_name TEXT,
          briefing TEXT,
          field INTEGER,
          first INTEGER,
          last INTEGER,
          form TEXT,
          is_undone INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE decided (
          decision INTEGER NOT NULL REFERENCES decision (number) ON DELETE CASCADE,
          article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
          PRIMARY KEY (decision, article)
        ) WITHOUT ROWID;
        CREATE INDEX decided_by_article ON decided (article);
        CREATE TABLE undecided (
          article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
          findings TEXT NOT NULL
        );
        CREATE TABLE awaiting (article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE);
        """)
  }
}
