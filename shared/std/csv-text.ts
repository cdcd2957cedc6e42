/** What a cell holds. Numbers stay numbers; null is an empty cell. */
export type Cell = string | number | boolean | null;

const spelled = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // A spreadsheet runs what begins like this as a formula; the apostrophe makes it text. An import takes it off again.
  const guarded = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** A table as CSV (RFC 4180, UTF-8), the first row naming the columns. */
export const csvText = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(spelled).join(',')}\r\n`).join('');

/** A time as people and spreadsheets read it; '' for none. */
export const isoTime = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
