/** Which blocker of a check-in a request asks about, and the team's rotating questions. */
export const rhythmColumns = `
ALTER TABLE requests ADD COLUMN blocker_id TEXT;
CREATE INDEX requests_by_blocker ON requests (blocker_id) WHERE blocker_id IS NOT NULL;
CREATE INDEX blockers_by_id ON blockers (id);
ALTER TABLE team_settings ADD COLUMN questions TEXT NOT NULL DEFAULT '';
`;
