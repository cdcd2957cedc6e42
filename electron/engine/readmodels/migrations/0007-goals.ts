/**
 * Expectation cards of objectives, which objective each goes on with, and who a comment speaks to. Rows written before
 * this step hold what their records hold: nothing of it.
 */
export const goalTables = `
ALTER TABLE objectives ADD COLUMN due TEXT;
ALTER TABLE objectives ADD COLUMN deliverable TEXT NOT NULL DEFAULT '';
ALTER TABLE objectives ADD COLUMN done_means TEXT NOT NULL DEFAULT '';
ALTER TABLE objectives ADD COLUMN accepted_by_id TEXT;
ALTER TABLE objectives ADD COLUMN accepted_at INTEGER;
ALTER TABLE objectives ADD COLUMN carried_from_id TEXT;
CREATE INDEX objectives_by_source ON objectives (carried_from_id) WHERE carried_from_id IS NOT NULL;

CREATE TABLE mentions (
  record_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  written TEXT NOT NULL,
  PRIMARY KEY (record_id, person_id)
) WITHOUT ROWID;
CREATE INDEX mentions_by_person ON mentions (person_id);
`;
