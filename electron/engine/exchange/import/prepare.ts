import { failure } from '#shared/protocol/index.ts';
import type { CommandRequest, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { interpret } from './interpret.ts';
import { guessMapping } from './mapping.ts';
import { planImport } from './plan.ts';
import type { PlanContext, PlannedWrite } from './plan.ts';
import { readTable } from './read-tables.ts';
import type { Mapping, Period, Table } from './types.ts';

type Request = Pick<CommandRequest<'import.preview'>, 'fileName' | 'text' | 'table' | 'mapping' | 'as'>;

/** More goals than any team has in one cycle; a preview shows every row. */
const maxRows = 20_000;

export interface PreparedImport {
  /** The answer to `import.preview`. */
  readonly preview: CommandResult<'import.preview'>;
  /** What `import.apply` has to write, in order, all or none. */
  readonly writes: readonly PlannedWrite[];
}

/** Rows shown as they are written, beside the choice of what their columns mean. */
const sampleRows = 3;

const unfit = {
  meridian: 'This is not an export of Meridian: its file is called meridian.json.',
  goals: 'This is an export of Meridian, not a table of goals.',
};

const mappingFor = (table: Table, stated: Mapping | undefined): Result<Mapping, ProtocolError> => {
  if (table.goals !== undefined) return ok([]);
  const mapping = stated ?? guessMapping(table);
  if (mapping.length !== table.columns.length) {
    const said = `The table has ${table.columns.length} columns, but ${mapping.length} are explained.`;
    return err(failure('invalid', said, 'mapping'));
  }
  if (!mapping.includes('title')) {
    return err(failure('invalid', 'Say which column holds the titles of the goals.', 'mapping'));
  }
  const twice = mapping.find((role, at) => role !== 'ignore' && mapping.indexOf(role) !== at);
  return twice === undefined
    ? ok(mapping)
    : err(failure('invalid', `Two columns are said to be the ${twice}.`, 'mapping'));
};

/**
 * Reads a file and plans its import; preview and apply differ only in whether the writes are made. `contextFor` gets
 * the period that the table names, so that the caller can find the cycle it belongs to. Pure but for that call.
 */
export const prepareImport = (
  { fileName, text, table: at, mapping: stated, as }: Request,
  contextFor: (period: Period | null) => Omit<PlanContext, 'fileName'>,
): Result<PreparedImport, ProtocolError> => {
  const read = readTable(fileName, text, at);
  if (!read.ok) return read;
  const { tables, table } = read.value;
  if (as !== undefined && (as === 'meridian') !== (table.goals !== undefined))
    return err(failure('invalid', unfit[as], 'text'));
  if ((table.goals ?? table.rows).length > maxRows) {
    return err(
      failure('too-large', `The table has over ${maxRows} rows. Split the file and import the parts.`, 'text'),
    );
  }
  const mapping = mappingFor(table, stated);
  if (!mapping.ok) return mapping;
  const { rows, writes, counts } = planImport(interpret(table, mapping.value), {
    ...contextFor(table.period),
    fileName,
  });
  return ok({
    writes,
    preview: {
      tables: tables.map(({ title, columns, rows: all, goals }, index) => ({
        index,
        title,
        columns: [...columns],
        rowCount: goals?.length ?? all.length,
      })),
      columns: [...table.columns],
      mapping: [...mapping.value],
      samples: table.rows.slice(0, sampleRows).map((row) => [...row.cells]),
      rows: [...rows],
      period: table.period,
      ...counts,
    },
  });
};
