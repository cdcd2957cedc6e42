/** Tasks and milestones, the weeks they are planned for, and days off. Written as the tables before them. */
export const workTables = `
CREATE TABLE tasks (
  record_id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  owner_id TEXT,
  milestone INTEGER NOT NULL,
  key_result_id TEXT,
  due TEXT,
  state TEXT NOT NULL,
  done_at INTEGER,
  deliverable TEXT NOT NULL,
  accepted_by_id TEXT,
  accepted_at INTEGER,
  position REAL NOT NULL,
  import_key TEXT,
  done_means TEXT NOT NULL,
  note TEXT NOT NULL,
  week TEXT,
  carried INTEGER NOT NULL
);
CREATE INDEX tasks_open ON tasks (owner_id, due) WHERE state = 'open';
CREATE INDEX tasks_by_key_result ON tasks (key_result_id) WHERE key_result_id IS NOT NULL;
CREATE INDEX tasks_milestones ON tasks (due) WHERE milestone = 1;
CREATE INDEX tasks_to_accept ON tasks (accepted_by_id) WHERE state = 'done' AND accepted_at IS NULL AND accepted_by_id IS NOT NULL;

CREATE TABLE task_weeks (
  record_id TEXT NOT NULL,
  id TEXT NOT NULL,
  week TEXT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (record_id, id)
) WITHOUT ROWID;
CREATE INDEX task_weeks_by_week ON task_weeks (week, outcome);

CREATE TABLE leave_days (
  record_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  cancelled INTEGER NOT NULL
);
CREATE INDEX leave_by_person ON leave_days (person_id, "end");
CREATE INDEX leave_by_end ON leave_days ("end");
`;
