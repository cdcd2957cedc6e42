/** Questions to people, and whom each waited for and how long. Written as the tables before them. */
export const requestTables = `
CREATE TABLE requests (
  record_id TEXT PRIMARY KEY,
  question TEXT NOT NULL,
  text TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  by_id TEXT,
  since INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  urgent INTEGER NOT NULL,
  state TEXT NOT NULL,
  closed_at INTEGER,
  target_id TEXT,
  target_kind TEXT NOT NULL
);
CREATE INDEX requests_to ON requests (to_id, state);
CREATE INDEX requests_from ON requests (from_id, state);

CREATE TABLE request_turns (
  record_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  to_id TEXT NOT NULL,
  by_id TEXT,
  at INTEGER NOT NULL,
  until INTEGER,
  PRIMARY KEY (record_id, position)
) WITHOUT ROWID;
CREATE INDEX request_turns_by_time ON request_turns (at);
`;
