import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  failure,
  importPreset,
  importRole,
  peopleRole,
  type ImportPreset,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { exitCodes, textFlag, type CliCommand, type FlagValues } from '../command.ts';
import { profileFlags, withProfile } from '../with-profile.ts';
import { importGoals } from './importing/goals.ts';
import { importPeople } from './importing/people.ts';
import { readRoles } from './importing/roles.ts';
import type { Imported, Importer, Source } from './importing/source.ts';
import { importTasks } from './importing/tasks.ts';

const importers: Readonly<Record<ImportPreset, Importer>> = {
  goals: importGoals('goals'),
  meridian: importGoals('meridian'),
  asana: importTasks('asana'),
  trello: importTasks('trello'),
  people: importPeople,
};

interface Asked {
  readonly source: Source;
  /** What the file is said to be; undefined = as it seems. */
  readonly as: ImportPreset | undefined;
}

const readFlags = async (path: string, values: FlagValues): Promise<Result<Asked, ProtocolError>> => {
  const said = textFlag(values, 'as');
  const as = importPreset.options.find((preset) => preset === said);
  if (said !== undefined && as === undefined)
    return err(failure('invalid', `--as takes one of: ${importPreset.options.join(', ')}.`));
  const mapping = textFlag(values, 'mapping')?.split(',');
  const roles = readRoles(mapping, [...importRole.options, ...peopleRole.options]);
  if (!roles.ok) return roles;
  const table = Number(textFlag(values, 'table') ?? '0');
  if (!Number.isInteger(table) || table < 0) return err(failure('invalid', '--table takes a number from 0.'));
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    return err(failure('not-found', `${path} cannot be read: ${thrown instanceof Error ? thrown.message : ''}.`));
  }
  const cycleId = textFlag(values, 'cycle');
  return ok({
    as,
    source: { fileName: basename(path), text, table, mapping, cycleId, dryRun: values['dry-run'] === true },
  });
};

const linesOf = ({ created, changed, same, applied, errors, people }: Imported): readonly string[] => {
  const made = people === undefined ? 'created' : 'invited';
  const before = people === undefined ? '' : `, ${people.invited} invited before`;
  return [
    ...(people?.links ?? []).map(
      ({ name, contact, link }) => `${name}${contact === '' ? '' : ` (${contact})`}: ${link}`,
    ),
    `${created} ${applied ? made : `would be ${made}`}${before}, ${changed} changed, ${same} already here` +
      (errors.length === 0 ? '.' : `, ${errors.length} not imported:`),
    ...errors.map((row) => `  line ${row.line} ${row.title}: ${row.sentence}`),
  ];
};

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'Import goals, tasks of Asana or Trello, or a list of people. Importing twice changes nothing.',
  arguments: 'FILE',
  flags: {
    ...profileFlags,
    as: {
      type: 'string',
      value: 'WHAT',
      help: `what the file is: ${importPreset.options.join(', ')}; else recognised`,
    },
    table: { type: 'string', value: 'N', help: 'which table of the file, counted from 0' },
    mapping: { type: 'string', value: 'ROLES', help: `what each column is, separated by commas` },
    cycle: { type: 'string', value: 'ID', help: 'cycle to import goals into; by default the one the file names' },
    'dry-run': { type: 'boolean', help: 'say what would happen and change nothing' },
  },
  run: async (terminal, values, positionals) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      terminal.err('Name one file to import.');
      return exitCodes.usage;
    }
    const asked = await readFlags(resolve(terminal.cwd, file), values);
    if (!asked.ok) {
      terminal.err(asked.error.sentence);
      return asked.error.code === 'invalid' ? exitCodes.usage : exitCodes.cannot;
    }
    const { source, as } = asked.value;
    return withProfile(
      terminal,
      values,
      async (engine) => {
        const { fileName, text } = source;
        const known = as === undefined ? await engine.run('import.recognise', { fileName, text }) : ok({ preset: as });
        if (!known.ok) return known;
        return importers[known.value.preset](engine, source);
      },
      (imported) => ({
        lines: linesOf(imported),
        code: imported.errors.length === 0 ? exitCodes.ok : exitCodes.problems,
      }),
    );
  },
};
