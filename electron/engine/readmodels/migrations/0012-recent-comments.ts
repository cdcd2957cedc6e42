/** Recent comments with whose they are and on what: whoever looks for answers owed passes over the others in the index. */
export const recentComments = `
DROP INDEX comments_by_time;
CREATE INDEX comments_by_time ON comments (at, by_id, target_id);
`;
