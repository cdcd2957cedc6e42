import { readCsv } from '../csv.ts';
import { isTooMuch } from '../read-tables.ts';
import type { ForeignTask, ForeignTasks } from './types.ts';
import { finished, noteOf } from './words.ts';

type Cells = (column: string) => string;

const yes = (text: string): boolean => /^(true|yes|1|complete)$/i.test(text.trim());

const asanaTask = (cells: Cells, line: number): ForeignTask => ({
  line,
  key: `asana:${cells('Task ID')}`,
  title: cells('Name').trim(),
  owner: cells('Assignee').trim(),
  due: cells('Due Date').trim(),
  state: cells('Completed At').trim() === '' ? 'open' : 'done',
  doneAt: cells('Completed At').trim(),
  note: cells('Notes').trim(),
  milestone: /^milestone$/i.test(cells('Type').trim()),
});

/** "Ana Diaz (ana)" without the name of the account. No pattern: cells can be long. */
const withoutHandle = (text: string): string => {
  const member = text.trim();
  const open = member.indexOf('(');
  return (open >= 0 && member.endsWith(')') ? member.slice(0, open) : member).trim();
};

const trelloTask = (cells: Cells, line: number): ForeignTask => {
  const done = yes(cells('Due Complete')) || finished.test(cells('List Name').trim());
  return {
    line,
    key: `trello:${cells('Card ID')}`,
    title: cells('Card Name').trim(),
    owner: withoutHandle(cells('Members').split(',')[0] ?? ''),
    due: cells('Due Date').trim(),
    // A card that was put away without being done is not waited for any more.
    state: done ? 'done' : yes(cells('Archived')) ? 'dropped' : 'open',
    doneAt: done ? cells('Last Activity Date').trim() : '',
    note: noteOf(cells('Card Description'), cells('Card URL')),
    milestone: false,
  };
};

/** The tasks of a CSV that Asana or Trello wrote, known by the names of its columns; undefined for any other table. */
export const foreignTasksOfCsv = (text: string): ForeignTasks | undefined => {
  if (isTooMuch(text, 'csv')) return undefined;
  const table = readCsv('', text);
  if (!table.ok) return undefined;
  const columns = table.value.columns.map((column) => column.trim());
  const has = (...names: readonly string[]): boolean => names.every((name) => columns.includes(name));
  const source = has('Task ID', 'Name', 'Completed At') ? 'asana' : has('Card ID', 'Card Name') ? 'trello' : undefined;
  if (source === undefined) return undefined;
  const make = source === 'asana' ? asanaTask : trelloTask;
  return {
    source,
    tasks: table.value.rows
      .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
      .map((row) => make((column) => row.cells[columns.indexOf(column)] ?? '', row.line)),
  };
};
