import GRDB

extension Schema {
  /// Whom statements are meant for or are about: the words, where they stand, and the entity.
  ///
  /// Statements stored before have none until they are found anew.
  @Sendable static func addTargets(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE statement ADD COLUMN target INTEGER REFERENCES name (id);
        ALTER TABLE statement ADD COLUMN target_field INTEGER;
        ALTER TABLE statement ADD COLUMN target_first INTEGER;
        ALTER TABLE statement ADD COLUMN target_last INTEGER;
        ALTER TABLE statement ADD COLUMN target_entity INTEGER REFERENCES name (id);
        CREATE INDEX statement_by_target_entity ON statement (target_entity, article)
          WHERE target_entity IS NOT NULL;
        """)
  }
}
