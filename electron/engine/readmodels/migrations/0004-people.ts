/** 1:1s, requests for feedback, badges and performance notes. Written as the tables before them. */
export const peopleTables = `
CREATE TABLE agenda_items (
  record_id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  form TEXT NOT NULL,
  source_id TEXT,
  source_kind TEXT NOT NULL,
  by_id TEXT,
  at INTEGER NOT NULL,
  owner_id TEXT,
  due TEXT,
  decision TEXT NOT NULL,
  done_at INTEGER,
  position REAL NOT NULL
);
CREATE INDEX agenda_open ON agenda_items (owner_id, due) WHERE done_at IS NULL AND form = 'action';

CREATE TABLE meetings (
  record_id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  notes TEXT NOT NULL
);

CREATE TABLE feedback_requests (
  record_id TEXT PRIMARY KEY,
  by_id TEXT,
  asked_id TEXT NOT NULL,
  about_id TEXT NOT NULL,
  prompt TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  at INTEGER NOT NULL,
  answered_at INTEGER,
  declined_at INTEGER,
  withdrawn_at INTEGER
);
CREATE INDEX feedback_requests_open ON feedback_requests (asked_id)
  WHERE answered_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE badges (
  record_id TEXT PRIMARY KEY,
  milestone_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  by_id TEXT,
  title TEXT NOT NULL,
  value TEXT NOT NULL,
  words TEXT NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX badges_by_person ON badges (to_id, at);
CREATE INDEX badges_by_milestone ON badges (milestone_id);

CREATE TABLE notes (
  record_id TEXT PRIMARY KEY,
  about_id TEXT NOT NULL,
  evidence_id TEXT,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX notes_by_person ON notes (about_id, at);

ALTER TABLE feedback ADD COLUMN request_id TEXT;
CREATE INDEX feedback_by_request ON feedback (request_id) WHERE request_id IS NOT NULL;
ALTER TABLE people ADD COLUMN holidays TEXT NOT NULL DEFAULT '';
`;
