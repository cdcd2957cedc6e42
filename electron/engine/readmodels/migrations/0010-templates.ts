/** Templates of goals. */
export const templateTables = `
CREATE TABLE goal_templates (
  record_id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  deliverable TEXT NOT NULL,
  done_means TEXT NOT NULL,
  archived INTEGER NOT NULL,
  key_results TEXT NOT NULL
) WITHOUT ROWID;
`;
