/**
 * Entries of logs that forked, from where they part on (SPEC S33): those in the log itself and those beside it, which
 * lie in `entries` under the id of their object. `linked` says whether the way to the first entry of the log is here.
 */
export const branches = `
CREATE TABLE branches (
  hash BLOB PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  log BLOB NOT NULL,
  seq INTEGER NOT NULL,
  prev BLOB NOT NULL,
  entry_id INTEGER NOT NULL UNIQUE,
  linked INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX branches_by_place ON branches (log, seq);
CREATE INDEX branches_by_prev ON branches (prev);
`;
