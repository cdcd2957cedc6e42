/**
 * The log and everything that is not derived from it. Hashes and keys of the log are BLOBs; ids that the interface
 * names are TEXT (base64url). `doc` in `records` is a cache of what the entries say: `rebuild` makes it anew.
 */
export const log = `
CREATE TABLE logs (
  log BLOB PRIMARY KEY,
  head_seq INTEGER NOT NULL,
  head_hash BLOB NOT NULL,
  space_id TEXT,
  device_id TEXT,
  fork BLOB
) WITHOUT ROWID;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  log BLOB NOT NULL,
  seq INTEGER NOT NULL,
  space_id TEXT,
  record_id TEXT,
  kind TEXT,
  person_id TEXT,
  device_id TEXT,
  claimed_at INTEGER,
  received_at INTEGER NOT NULL,
  via TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  header BLOB NOT NULL,
  signature BLOB NOT NULL,
  body BLOB,
  UNIQUE (log, seq)
);
CREATE INDEX entries_by_record ON entries (record_id, id) WHERE record_id IS NOT NULL;
CREATE INDEX entries_set_aside ON entries (state, id) WHERE state <> 'applied';
CREATE INDEX entries_by_space ON entries (space_id, kind, id);
CREATE INDEX entries_from_elsewhere ON entries (received_at, id, claimed_at, person_id)
  WHERE via <> 'local' AND record_id IS NOT NULL;

CREATE TABLE waits (
  missing TEXT NOT NULL,
  entry_id INTEGER NOT NULL,
  PRIMARY KEY (missing, entry_id)
) WITHOUT ROWID;

CREATE TABLE changes (
  record_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  actor TEXT NOT NULL,
  start_op INTEGER NOT NULL,
  max_op INTEGER NOT NULL,
  entry_id INTEGER NOT NULL,
  applied INTEGER NOT NULL,
  PRIMARY KEY (record_id, hash)
) WITHOUT ROWID;

CREATE TABLE touches (
  record_id TEXT NOT NULL,
  path TEXT NOT NULL,
  entry_id INTEGER NOT NULL,
  PRIMARY KEY (record_id, path, entry_id)
) WITHOUT ROWID;

CREATE TABLE records (
  id TEXT PRIMARY KEY,
  space_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  key BLOB NOT NULL,
  schema INTEGER NOT NULL,
  heads TEXT NOT NULL,
  doc BLOB NOT NULL,
  created_by TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX records_by_kind ON records (kind, space_id);

CREATE TABLE spaces (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  readers TEXT NOT NULL,
  purpose TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE objects (
  id BLOB PRIMARY KEY,
  version INTEGER NOT NULL,
  bytes BLOB,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE secrets (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE peers (
  device_id TEXT PRIMARY KEY,
  vector BLOB NOT NULL,
  at INTEGER NOT NULL,
  via TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE once (key TEXT PRIMARY KEY, result TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE local_drafts (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE local_pins (target_id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE local_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
