import type { PeopleRole } from '#shared/protocol/index.ts';
import { plainText } from '../cell.ts';
import type { Table, TableRow } from '../types.ts';
import type { ListedPerson, PeopleMapping } from './types.ts';

const weekdays: readonly PeopleRole[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const longestName = 120;

const nameError = (name: string): string | null =>
  name === ''
    ? 'This row names nobody.'
    : name.length > longestName
      ? `The name is over ${longestName} characters.`
      : null;

/** What each row of a list of people states, by the roles of its columns. Rows without a word are left out. */
export const interpretPeople = (table: Table, mapping: PeopleMapping): readonly ListedPerson[] => {
  const text = (row: TableRow, role: PeopleRole): string => {
    const at = mapping.indexOf(role);
    const cell = at < 0 ? '' : (row.cells[at] ?? '');
    return table.markup ? plainText(cell) : cell.replace(/\s+/g, ' ').trim();
  };
  return table.rows
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
    .map((row): ListedPerson => {
      const parts = [text(row, 'firstName'), text(row, 'lastName')].filter((part) => part !== '');
      const name = text(row, 'name') || parts.join(' ');
      const days = weekdays.map((day) => text(row, day));
      return {
        line: row.line,
        id: text(row, 'id'),
        name,
        contact: text(row, 'contact').slice(0, 300),
        role: text(row, 'role'),
        manager: text(row, 'manager'),
        title: text(row, 'title'),
        place: text(row, 'place'),
        timeZone: text(row, 'timeZone'),
        hours: text(row, 'hours'),
        // A row that leaves all seven days empty says nothing about them.
        days: days.some((day) => day !== '') ? days : null,
        error: row.error ?? nameError(name),
      };
    });
};
