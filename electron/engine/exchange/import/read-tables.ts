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

/**
 * The tables of a file: Markdown, CSV (comma, semicolon, tab) or the JSON of our own export, told apart by the file's
 * name and else by its content. Pure; the result has at least one table with at least one column or goal.
 */
export const readTables = (fileName: string, text: string): Result<readonly Table[], ImportFault> => {
  if (text.includes('\u0000')) return err({ sentence: 'This is not a text file. Export it as CSV or Markdown first.' });
  if (text.trim() === '') return err({ sentence: 'The file is empty.' });
  const format = formatOf(fileName, text);
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
