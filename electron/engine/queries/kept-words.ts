import type { Db } from '../store/index.ts';

/** Key of the draft in which the ledger keeps what an entry of one's own had said (membership.md, C11). */
const keyOf = (recordId: string, entryId: string): string => `set-aside/${recordId}/${entryId}`;

/** Fields that hold words a person wrote, not ids, choices or numbers. */
const isWords = (path: string): boolean =>
  /(^|\.)(text|title|description|reflection|note|answer|name|howToWorkWithMe)$/u.test(path);

interface Kept {
  readonly fields: readonly { readonly path: string; readonly value: unknown }[];
}

/** What was kept of the words of an entry that was set aside; null where nothing was. */
export const keptWords = (db: Db) => {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM local_drafts WHERE key = ?');
  return (recordId: string, entryId: string): string | null => {
    const held = read.get(keyOf(recordId, entryId));
    if (held === undefined) return null;
    const { fields } = JSON.parse(held.value) as Kept;
    const words = fields.flatMap(({ path, value }) => (typeof value === 'string' && isWords(path) ? [value] : []));
    return words.length === 0 ? null : words.join('\n\n');
  };
};
