/**
 * What queries read: plain tables derived from records, one row a thing, with a column for everything that a query
 * filters, sorts or joins by. `record_id` names the record a row comes from in every table, so that projecting a
 * record again replaces exactly its own rows. Item ids are unique inside their record only (nobody stops a peer from
 * using one twice), hence the two-part keys. No foreign keys: what a row points to may arrive later or never.
 */
export const readModelTables = `
CREATE TABLE record_view (
  n INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE,
  space_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  author_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  conflict_count INTEGER NOT NULL,
  read_only_reason TEXT,
  heads TEXT NOT NULL,
  conflicts TEXT NOT NULL
);
CREATE INDEX record_view_by_space ON record_view (space_id, kind);
CREATE INDEX record_view_conflicts ON record_view (updated_at) WHERE conflict_count > 0;

CREATE VIRTUAL TABLE search USING fts5 (title, body, kind, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TABLE team_settings (
  record_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  standard_hours REAL NOT NULL,
  urgent_hours REAL NOT NULL,
  stale_days INTEGER NOT NULL,
  question TEXT NOT NULL,
  team_values TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE people (
  record_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  hours TEXT NOT NULL,
  standard_hours REAL,
  urgent_hours REAL,
  how_to_work_with_me TEXT NOT NULL
);
CREATE INDEX people_by_person ON people (person_id);

CREATE TABLE cycles (
  record_id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  state TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE objectives (
  record_id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  owner_id TEXT,
  parent_id TEXT,
  cycle_id TEXT,
  state TEXT NOT NULL,
  roll_up TEXT NOT NULL,
  manual_progress REAL,
  manual_by_id TEXT,
  score REAL,
  closed_at INTEGER,
  import_key TEXT,
  last_update_at INTEGER,
  description TEXT NOT NULL,
  reflection TEXT NOT NULL
);
CREATE INDEX objectives_by_cycle ON objectives (cycle_id);
CREATE INDEX objectives_by_parent ON objectives (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX objectives_by_owner ON objectives (owner_id, state, cycle_id);

CREATE TABLE contributors (
  record_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  PRIMARY KEY (record_id, person_id)
) WITHOUT ROWID;
CREATE INDEX contributors_by_person ON contributors (person_id);

CREATE TABLE key_results (
  record_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  unit TEXT NOT NULL,
  start REAL NOT NULL,
  target REAL NOT NULL,
  direction TEXT NOT NULL,
  weight REAL NOT NULL,
  owner_id TEXT,
  archived INTEGER NOT NULL,
  import_key TEXT,
  value REAL,
  confidence TEXT,
  projection REAL,
  last_update_at INTEGER,
  PRIMARY KEY (record_id, id)
) WITHOUT ROWID;
CREATE INDEX key_results_by_owner ON key_results (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX key_results_by_id ON key_results (id);

CREATE TABLE progress_updates (
  record_id TEXT NOT NULL,
  id TEXT NOT NULL,
  key_result_id TEXT NOT NULL,
  value REAL NOT NULL,
  confidence TEXT,
  projection REAL,
  note TEXT NOT NULL,
  by_id TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (record_id, key_result_id, at, id)
) WITHOUT ROWID;

CREATE TABLE check_ins (
  record_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  week TEXT NOT NULL,
  nothing_changed INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL
);
CREATE INDEX check_ins_by_person ON check_ins (person_id, week);
CREATE INDEX check_ins_by_time ON check_ins (submitted_at);

CREATE TABLE plans (
  record_id TEXT NOT NULL,
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  outcome TEXT NOT NULL,
  carried INTEGER NOT NULL,
  key_result_id TEXT,
  PRIMARY KEY (record_id, list, position)
) WITHOUT ROWID;

CREATE TABLE check_in_updates (
  record_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  key_result_id TEXT NOT NULL,
  value REAL,
  confidence TEXT,
  projection REAL,
  note TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) WITHOUT ROWID;

CREATE TABLE blockers (
  record_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  waits_for_id TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  PRIMARY KEY (record_id, position)
) WITHOUT ROWID;
CREATE INDEX blockers_by_person ON blockers (waits_for_id);

CREATE TABLE comments (
  record_id TEXT PRIMARY KEY,
  target_id TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  by_id TEXT,
  at INTEGER NOT NULL,
  edited_at INTEGER,
  text TEXT NOT NULL
);
CREATE INDEX comments_by_target ON comments (target_id, at);
CREATE INDEX comments_by_time ON comments (at);

CREATE TABLE acknowledgements (
  record_id TEXT PRIMARY KEY,
  target_id TEXT NOT NULL,
  person_id TEXT,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX acknowledgements_by_target ON acknowledgements (target_id, person_id, at);

CREATE TABLE feedback (
  record_id TEXT PRIMARY KEY,
  about_id TEXT NOT NULL,
  by_id TEXT,
  visibility TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX feedback_by_about ON feedback (about_id, at);
CREATE INDEX feedback_by_author ON feedback (by_id, at);

CREATE TABLE kudos (
  record_id TEXT PRIMARY KEY,
  to_id TEXT NOT NULL,
  by_id TEXT,
  value TEXT NOT NULL,
  evidence_id TEXT,
  at INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX kudos_by_receiver ON kudos (to_id, at);
CREATE INDEX kudos_by_author ON kudos (by_id, at);

CREATE TABLE pulses (
  record_id TEXT PRIMARY KEY,
  week TEXT NOT NULL,
  value INTEGER NOT NULL
) WITHOUT ROWID;
`;
