import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  failure,
  importRole,
  type CommandParams,
  type EngineApi,
  type ImportRole,
  type ImportRow,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { exitCodes, textFlag, type CliCommand, type FlagValues } from '../command.ts';
import { profileFlags, withProfile } from '../with-profile.ts';

type Source = CommandParams<'import.preview'>;

interface Imported {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly applied: boolean;
  readonly errors: readonly { readonly line: number; readonly title: string; readonly sentence: string }[];
}

const readMapping = (text: string | undefined): Result<readonly ImportRole[] | undefined, ProtocolError> => {
  if (text === undefined) return ok(undefined);
  const roles: ImportRole[] = [];
  for (const name of text.split(',')) {
    const role = importRole.safeParse(name.trim());
    if (!role.success) {
      return err(failure('invalid', `"${name}" is not a column role. Roles: ${importRole.options.join(', ')}.`));
    }
    roles.push(role.data);
  }
  return ok(roles);
};

const readSource = async (path: string, values: FlagValues): Promise<Result<Source, ProtocolError>> => {
  const mapping = readMapping(textFlag(values, 'mapping'));
  if (!mapping.ok) return mapping;
  const table = Number(textFlag(values, 'table') ?? '0');
  if (!Number.isInteger(table) || table < 0) return err(failure('invalid', '--table takes a number from 0.'));
  const cycleId = textFlag(values, 'cycle');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    return err(failure('not-found', `${path} cannot be read: ${thrown instanceof Error ? thrown.message : ''}.`));
  }
  return ok({
    fileName: basename(path),
    text,
    table,
    ...(mapping.value === undefined ? {} : { mapping: [...mapping.value] }),
    ...(cycleId === undefined ? {} : { cycleId }),
  });
};

const errorsOf = (rows: readonly ImportRow[]): Imported['errors'] =>
  rows.flatMap((row) => (row.error === null ? [] : [{ line: row.line, title: row.title, sentence: row.error }]));

/** The cycle the rows go to: the one named, the one the file names (made where it is missing), or the current one. */
const chooseCycle = async (
  engine: EngineApi,
  source: Source,
  period: { readonly title: string; readonly start: string; readonly end: string } | null,
): Promise<Result<CommandParams<'import.apply'>, ProtocolError>> => {
  if (source.cycleId !== undefined) return ok(source);
  const cycles = await engine.read('cycles', {});
  if (!cycles.ok) return cycles;
  if (period !== null) {
    const known = cycles.value.cycles.find(({ start, end }) => start === period.start && end === period.end);
    return ok(known === undefined ? { ...source, newCycle: period } : { ...source, cycleId: known.id });
  }
  if (cycles.value.currentId !== null) return ok({ ...source, cycleId: cycles.value.currentId });
  return err(
    failure('not-found', 'The file names no period and the team has no current cycle. Name one with --cycle.'),
  );
};

const importFile = async (
  engine: EngineApi,
  source: Source,
  dryRun: boolean,
): Promise<Result<Imported, ProtocolError>> => {
  const first = await engine.run('import.preview', source);
  if (!first.ok) return first;
  const chosen = await chooseCycle(engine, source, first.value.period);
  if (!chosen.ok) return chosen;
  const { newCycle: _made, ...inCycle } = chosen.value;
  const preview = await engine.run('import.preview', inCycle);
  if (!preview.ok) return preview;
  const errors = errorsOf(preview.value.rows);
  if (dryRun) {
    const { fresh, changed, same } = preview.value;
    return ok({ created: fresh, changed, same, skipped: errors.length, applied: false, errors });
  }
  const applied = await engine.run('import.apply', chosen.value);
  if (!applied.ok) return applied;
  const { created, changed, same, skipped } = applied.value;
  return ok({ created, changed, same, skipped, applied: true, errors });
};

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'Import objectives and key results from a Markdown table or a CSV file. Importing twice changes nothing.',
  arguments: 'FILE',
  flags: {
    ...profileFlags,
    table: { type: 'string', value: 'N', help: 'which table of the file, counted from 0' },
    mapping: { type: 'string', value: 'ROLES', help: `what each column is, separated by commas` },
    cycle: { type: 'string', value: 'ID', help: 'cycle to import into; by default the one the file names' },
    'dry-run': { type: 'boolean', help: 'say what would happen and change nothing' },
  },
  run: async (terminal, values, positionals) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      terminal.err('Name one file to import.');
      return exitCodes.usage;
    }
    const source = await readSource(resolve(terminal.cwd, file), values);
    if (!source.ok) {
      terminal.err(source.error.sentence);
      return source.error.code === 'invalid' ? exitCodes.usage : exitCodes.cannot;
    }
    return withProfile(
      terminal,
      values,
      (engine) => importFile(engine, source.value, values['dry-run'] === true),
      ({ created, changed, same, applied, errors }) => ({
        lines: [
          `${created} ${applied ? 'created' : 'would be created'}, ${changed} changed, ${same} already here` +
            (errors.length === 0 ? '.' : `, ${errors.length} not imported:`),
          ...errors.map((row) => `  line ${row.line} ${row.title}: ${row.sentence}`),
        ],
        code: errors.length === 0 ? exitCodes.ok : exitCodes.problems,
      }),
    );
  },
};
