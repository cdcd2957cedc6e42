/**
 * What makes an entry without content valid here: the redaction signed by its log, or the erasure of its record, which
 * leaves no statement until one of its author's devices signs one. The certificate of an erased first entry is kept,
 * because all later entries of its log rest on it. `attests` says which entries their authors had seen when writing.
 */
export const erasure = `
CREATE TABLE redactions (
  log BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  statement BLOB,
  certificate BLOB,
  PRIMARY KEY (log, seq, hash)
) WITHOUT ROWID;

CREATE TABLE attests (
  hash BLOB NOT NULL,
  entry_id INTEGER NOT NULL,
  PRIMARY KEY (hash, entry_id)
) WITHOUT ROWID;
CREATE INDEX attests_by_entry ON attests (entry_id);
`;
