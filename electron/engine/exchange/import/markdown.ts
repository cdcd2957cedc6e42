import { plainText } from './cell.ts';
import { periodIn } from './period.ts';
import type { Period, Table, TableRow } from './types.ts';

const dividerPattern = /^\|?\s*:?-+:?(?:\s*\|\s*:?-+:?)*\s*\|?$/;
const longestDivider = 10_000;

/** The line of dashes under the names of the columns. */
const isDivider = (line: string): boolean =>
  line.length <= longestDivider && line.includes('-') && dividerPattern.test(line.trim());

const fence = /^\s*(```|~~~)/;

/** Cells of one line; a pipe behind a backslash is part of a cell. */
const splitRow = (line: string): readonly string[] => {
  const cells: string[] = [];
  let cell = '';
  const text = line.trim().replace(/^\|/, '');
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && text.charAt(at + 1) === '|') {
      cell += '|';
      at++;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
};

/** The words of a heading, without the marks in front and behind. By hand where a pattern would be tried at every character. */
const headingIn = (line: string): string | undefined => {
  const marks = /^\s{0,3}#{1,6}(?=\s)/.exec(line)?.[0];
  if (marks === undefined) return undefined;
  const words = line.slice(marks.length).trim();
  let end = words.length;
  while (words.charAt(end - 1) === '#') end -= 1;
  return words.slice(0, end).trimEnd();
};

/** Whether a file has a Markdown table: a line of dashes under a line with pipes. */
export const hasMarkdownTable = (text: string): boolean => {
  const lines = text.split(/\r?\n/);
  return lines.some((line, at) => at > 0 && isDivider(line) && (lines[at - 1] ?? '').includes('|'));
};

/** All tables of a Markdown file, each with the heading above it and the period that the nearest heading names. */
export const readMarkdown = (text: string): readonly Table[] => {
  const lines = text.split(/\r?\n/);
  const tables: Table[] = [];
  let heading = '';
  let period: Period | null = null;
  let fenced = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (fence.test(line)) fenced = !fenced;
    if (fenced) continue;
    const title = headingIn(line);
    if (title !== undefined) {
      heading = plainText(title);
      period = periodIn(heading) ?? period;
      continue;
    }
    const under = lines[at + 1] ?? '';
    if (!line.includes('|') || !isDivider(under)) continue;
    const columns = splitRow(line).map(plainText);
    if (splitRow(under).length !== columns.length) continue;
    const rows: TableRow[] = [];
    at += 2;
    for (; at < lines.length && (lines[at] ?? '').includes('|'); at++) {
      const cells = splitRow(lines[at] ?? '');
      const extra = cells.slice(columns.length).some((cell) => cell !== '');
      rows.push({
        line: at + 1,
        cells: columns.map((_, index) => cells[index] ?? ''),
        error: extra ? 'This row has more cells than its table has columns.' : null,
      });
    }
    at--;
    tables.push({ title: heading, columns, rows, period, markup: true });
  }
  return tables;
};
