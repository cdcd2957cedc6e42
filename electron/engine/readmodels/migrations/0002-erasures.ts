/** Tombstones: which records were erased, by whom and when; and how long the team keeps what. */
export const erasureTables = `
CREATE TABLE erasures (
  record_id TEXT PRIMARY KEY,
  target_id TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  author_id TEXT,
  by_id TEXT,
  at INTEGER NOT NULL,
  why TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX erasures_by_target ON erasures (target_id);
ALTER TABLE team_settings ADD COLUMN retention_check_ins INTEGER NOT NULL DEFAULT 0;
ALTER TABLE team_settings ADD COLUMN retention_feedback INTEGER NOT NULL DEFAULT 0;
ALTER TABLE team_settings ADD COLUMN retention_comments INTEGER NOT NULL DEFAULT 0;
`;
