import { failure } from '#shared/protocol/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { hasMarkdownTable, readMarkdown } from './markdown.ts';
import { periodIn } from './period.ts';
import type { ImportFault, Table } from './types.ts';

type Format = 'markdown' | 'csv' | 'json';

const formatOf = (fileName: string, text: string): Format => {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'json') return 'json';
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (ending === 'md' || ending === 'markdown' || hasMarkdownTable(text)) return 'markdown';
  return text.trimStart().startsWith('{') ? 'json' : 'csv';
};

/** More than any list of goals has; what lies beyond would only keep the engine busy and its memory full. */
const most = { lines: 300_000, cells: 2_000_000, quotes: 2_000_000 } as const;

/** Whether a text is too large to be looked into, told from its marks alone, in one pass and without memory. */
export const isTooMuch = (text: string, format: Format): boolean => {
  let [lines, cells, quotes] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 10 || char === 13) lines += 1;
    else if (char === 34) quotes += 1;
    else if (char === 44 || char === 59 || char === 9 || char === 124 || char === 91 || char === 123) cells += 1;
  }
  return lines > most.lines || cells > most.cells || (format === 'csv' && quotes > most.quotes);
};

/**
 * The tables of a file: Markdown, CSV (comma, semicolon, tab) or the JSON of our own export, told apart by the file's
 * name and else by its content. Pure; the result has at least one table with at least one column or goal.
 */
export const readTables = (fileName: string, text: string): Result<readonly Table[], ImportFault> => {
  if (text.includes('\u0000')) return err({ sentence: 'This is not a text file. Export it as CSV or Markdown first.' });
  if (text.trim() === '') return err({ sentence: 'The file is empty.' });
  const format = formatOf(fileName, text);
  if (isTooMuch(text, format)) {
    const said = `The file has more than ${most.lines} lines or ${most.cells} cells.`;
    return err({ sentence: `${said} Split it and import the parts.` });
  }
  if (format === 'json') return readJson(text);
  if (format === 'markdown') {
    const tables = readMarkdown(text);
    if (tables.length === 0)
      return err({ sentence: 'The file has no table. A table needs a line of dashes under its first row.' });
    return ok(tables);
  }
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z]+$/i, '');
  const table = readCsv(name, text);
  return table.ok ? ok([{ ...table.value, period: periodIn(name) }]) : table;
};

/** The tables of a file, and the one of them that is asked for; refused as the commands of an import answer. */
export const readTable = (
  fileName: string,
  text: string,
  at: number,
): Result<{ readonly tables: readonly Table[]; readonly table: Table }, ProtocolError> => {
  const tables = readTables(fileName, text);
  if (!tables.ok) return err(failure('invalid', tables.error.sentence, 'text'));
  const table = tables.value[at];
  return table === undefined
    ? err(failure('invalid', `The file has ${tables.value.length} tables; there is no table ${at + 1}.`, 'table'))
    : ok({ tables: tables.value, table });
};
