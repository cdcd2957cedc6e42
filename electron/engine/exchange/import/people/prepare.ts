import { failure } from '#shared/protocol/index.ts';
import type { CommandRequest, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { readTable } from '../read-tables.ts';
import type { Table } from '../types.ts';
import { interpretPeople } from './interpret.ts';
import { guessPeopleMapping } from './mapping.ts';
import { planPeople } from './plan.ts';
import type { PeoplePlan } from './plan.ts';
import type { PeopleMapping, PeoplePlanContext } from './types.ts';

type Request = Pick<CommandRequest<'import.previewPeople'>, 'fileName' | 'text' | 'table' | 'mapping'>;

/** More people than any team has. */
const maxRows = 5_000;
/** Rows shown as they are written, beside the choice of what their columns mean. */
const sampleRows = 3;

export interface PreparedPeople {
  /** The answer to `import.previewPeople`. */
  readonly preview: CommandResult<'import.previewPeople'>;
  readonly plan: PeoplePlan;
}

const mappingFault = (table: Table, mapping: PeopleMapping): string | null => {
  if (mapping.length !== table.columns.length)
    return `The table has ${table.columns.length} columns, but ${mapping.length} are explained.`;
  const twice = mapping.find((role, at) => role !== 'ignore' && mapping.indexOf(role) !== at);
  if (twice !== undefined) return `Two columns are said to be the ${twice}.`;
  return mapping.includes('name') || mapping.includes('firstName')
    ? null
    : 'Say which column holds the names of the people.';
};

/** Reads a list of people and plans its import; preview and apply differ only in whether it is carried out. Pure. */
export const preparePeople = (
  { fileName, text, table: at, mapping: stated }: Request,
  ctx: PeoplePlanContext,
): Result<PreparedPeople, ProtocolError> => {
  const read = readTable(fileName, text, at);
  if (!read.ok) return read;
  const { tables, table } = read.value;
  if (table.goals !== undefined)
    return err(failure('invalid', 'A list of people is a table: export it as CSV or Markdown.', 'text'));
  if (table.rows.length > maxRows)
    return err(
      failure('too-large', `The table has over ${maxRows} rows. Split the file and import the parts.`, 'text'),
    );
  const mapping = stated ?? guessPeopleMapping(table);
  const fault = mappingFault(table, mapping);
  if (fault !== null && stated !== undefined) return err(failure('invalid', fault, 'mapping'));
  // A guess that found no names shows the columns without rows, so that somebody says where the names are.
  const plan = planPeople(fault === null ? interpretPeople(table, mapping) : [], ctx);
  const count = (effect: PeoplePlan['rows'][number]['effect']): number =>
    plan.rows.filter((row) => row.effect === effect).length;
  return ok({
    plan,
    preview: {
      tables: tables.map(({ title, rows }, index) => ({ index, title, rowCount: rows.length })),
      columns: [...table.columns],
      mapping: [...mapping],
      samples: table.rows.slice(0, sampleRows).map((row) => [...row.cells]),
      rows: [...plan.rows],
      fresh: count('new'),
      invited: count('invited'),
      changed: count('changed'),
      same: count('same'),
      errors: count('none'),
    },
  });
};
