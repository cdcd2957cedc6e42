import Papa from 'papaparse';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { withoutGuard } from './cell.ts';
import type { ImportFault, Table, TableRow } from './types.ts';

const said: Readonly<Record<string, string>> = {
  MissingQuotes: 'a quoted cell is never closed',
  InvalidQuotes: 'a quote stands where none may stand',
};

/** Line on which each record of a CSV text starts; a quoted cell may span lines. */
const startLines = (records: readonly (readonly string[])[]): readonly number[] => {
  let line = 1;
  return records.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return start;
  });
};

/** The separator that the first line has most of, outside quotes: the columns are named there. */
const delimiterOf = (text: string): string => {
  const head = (text.trimStart().split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
};

/**
 * Reads comma, semicolon or tab separated values with a first row of column names. A file whose quotes do not add up
 * is refused as a whole: everything behind the fault could be in the wrong cell.
 */
export const readCsv = (title: string, text: string): Result<Table, ImportFault> => {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: delimiterOf(text) });
  const lines = startLines(parsed.data);
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken !== undefined) {
    const line = lines[broken.row ?? 0] ?? 1;
    return err({
      line,
      sentence: `Line ${line}: ${said[broken.code] ?? 'the quotes do not add up'}. Correct the file and import it again.`,
    });
  }
  const records = parsed.data.map((cells, index) => ({ cells, line: lines[index] ?? 1 }));
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  if (head === undefined) return err({ sentence: 'The file is empty.' });
  const columns = head.cells.map((cell) => cell.trim());
  const rows = body.map(({ cells, line }): TableRow => {
    const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    return {
      line,
      cells: columns.map((_, index) => withoutGuard((cells[index] ?? '').trim())),
      error: extra ? `This row has ${cells.length} cells, but there are ${columns.length} columns.` : null,
    };
  });
  return ok({ title, columns, rows, period: null, markup: false });
};
