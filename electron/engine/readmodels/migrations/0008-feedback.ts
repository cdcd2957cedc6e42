/** What goal feedback is about, and why somebody declined to give it. Rows written before hold neither. */
export const feedbackColumns = `
ALTER TABLE feedback_requests ADD COLUMN goal_id TEXT;
ALTER TABLE feedback_requests ADD COLUMN decline_words TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN goal_id TEXT;
CREATE INDEX feedback_requests_by ON feedback_requests (by_id);
`;
