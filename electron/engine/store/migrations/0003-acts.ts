/**
 * Of all spaces only that of the members is read as a whole, whenever a profile is opened: its acts. An index of all entries
 * by space made every commit and every entry of a catch-up dearer and served nothing else.
 */
export const acts = `
DROP INDEX entries_by_space;
CREATE INDEX entries_acts ON entries (space_id, id) WHERE kind = 'act';
`;
