/**
 * Search keeps ready what begins with one letter only. Two letters and more are found among the words themselves in
 * under a millisecond, and the lists for them were half of the index and a quarter of what every command writes.
 */
export const searchPrefixes = `
CREATE VIRTUAL TABLE search_of_letters USING fts5 (title, body, kind, tokenize = 'unicode61 remove_diacritics 2', prefix = '1');
INSERT INTO search_of_letters (search_of_letters, rank) VALUES ('secure-delete', 1);
INSERT INTO search_of_letters (rowid, title, body, kind) SELECT rowid, title, body, kind FROM search;
DROP TABLE search;
ALTER TABLE search_of_letters RENAME TO search;
`;
