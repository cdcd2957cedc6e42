/** A row of `entries` lives at log * 2^26 + seq, so that a log is one run of the table. */
export const seqSpan = 2 ** 26;

const tables = `
CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  root BLOB NOT NULL UNIQUE,
  bytes INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE logs (
  id INTEGER PRIMARY KEY,
  team INTEGER NOT NULL REFERENCES teams(id),
  key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE (team, key)
);
CREATE TABLE devices (
  id INTEGER PRIMARY KEY,
  team INTEGER NOT NULL REFERENCES teams(id),
  key BLOB NOT NULL,
  admitted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (team, key)
);
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  device INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE objects (
  team INTEGER NOT NULL REFERENCES teams(id),
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  bytes BLOB,
  PRIMARY KEY (team, id)
) WITHOUT ROWID;
CREATE TABLE invites (
  team INTEGER NOT NULL REFERENCES teams(id),
  key BLOB NOT NULL,
  device BLOB NOT NULL,
  PRIMARY KEY (team, key)
) WITHOUT ROWID;
CREATE TABLE revocations (
  team INTEGER NOT NULL REFERENCES teams(id),
  key BLOB NOT NULL,
  revocation BLOB NOT NULL,
  PRIMARY KEY (team, key)
) WITHOUT ROWID;
`;

/** One row while the file still has to be written anew. */
const compaction = `
CREATE TABLE compaction (
  id INTEGER PRIMARY KEY CHECK (id = 1)
);
`;

/** Steps from one version to the next; `user_version` counts how many ran. */
export const migrations: readonly string[] = [tables, compaction];
