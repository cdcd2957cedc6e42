import { permit, permitted, type CommandContext, type Decision, type Write } from '#shared/domain/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { kinds, ownKey } from '#shared/schema/index.ts';
import type { TaskRecord } from '#shared/schema/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { domainContext, writeDecision } from '../api/index.ts';
import { planTasks, readForeignTasks } from '../exchange/index.ts';
import type { ForeignTasks, NamedPerson, PlannedTask } from '../exchange/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { needTeam } from './guards.ts';
import type { ProfileState } from './state.ts';

const importedBefore = (
  ledger: Ledger,
): ReadonlyMap<string, { readonly recordId: string; readonly value: TaskRecord }> => {
  const rows = ledger.db
    .prepare<unknown[], { record_id: string; import_key: string }>(
      'SELECT record_id, import_key FROM tasks WHERE import_key IS NOT NULL ORDER BY record_id DESC',
    )
    .all();
  return new Map(
    rows.flatMap(({ record_id: recordId, import_key: key }) => {
      const stored = ledger.documents.valueAt(recordId, kinds.task);
      const value = stored.ok ? kinds.task.parse(stored.value) : undefined;
      return value?.ok === true ? [[key, { recordId, value: value.value }] as const] : [];
    }),
  );
};

const zoneOf = (ledger: Ledger, personId: string): string =>
  ledger.db
    .prepare<[string], { time_zone: string }>(
      'SELECT time_zone FROM people WHERE person_id = ? ORDER BY record_id LIMIT 1',
    )
    .get(personId)?.time_zone ?? 'UTC';

const asWrite = ({ recordId, edits }: PlannedTask, ctx: CommandContext): Write => {
  if (recordId !== null) return { act: 'revise', kind: 'task', recordId, base: null, edits };
  const key = ownKey(ctx.newId(), ctx.me.personId);
  if (!key.ok) throw new Error(key.error.sentence);
  return { act: 'create', kind: 'task', key: key.value, place: { space: 'team' }, edits };
};

const toolNames = { asana: 'Asana', trello: 'Trello' } as const;

/** The tasks of a file; refused where they are not of the tool that is said. */
const readTasks = ({ text, as }: CommandRequest<'import.previewTasks'>) => {
  const read = readForeignTasks(text);
  return as === undefined || read?.source === as
    ? ok(read)
    : err(failure('invalid', `This is not a list of tasks that ${toolNames[as]} exported as CSV or JSON.`, 'text'));
};

const prepare = (
  profile: ProfileState,
  ledger: Ledger,
  people: readonly NamedPerson[],
  read: ForeignTasks | undefined,
  ctx: CommandContext,
) => {
  const { rows, writes } = planTasks(read ?? { tasks: [] }, {
    existing: importedBefore(ledger),
    people,
    now: profile.clock.now(),
    timeZone: zoneOf(ledger, ctx.me.personId),
    refusal: (recordId, edits) => {
      const may = permit({ act: 'revise', kind: 'task', recordId, base: null, edits }, ctx);
      return may.ok ? null : may.error.sentence;
    },
  });
  const counted = (effect: (typeof rows)[number]['effect']): number =>
    rows.filter((row) => row.effect === effect).length;
  return {
    source: read?.source ?? null,
    rows: [...rows],
    writes,
    counts: { fresh: counted('new'), changed: counted('changed'), same: counted('same'), errors: counted('none') },
  };
};

/** What a task export of another tool holds, and what importing it would do. */
export const previewTaskImport = (
  profile: ProfileState,
  peopleOf: (ledger: Ledger) => readonly NamedPerson[],
  request: CommandRequest<'import.previewTasks'>,
): Result<CommandResult<'import.previewTasks'>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const read = readTasks(request);
  if (!read.ok) return read;
  const ctx = domainContext(ledger, profile.clock, profile.random);
  const { source, rows, counts } = prepare(profile, ledger, peopleOf(ledger), read.value, ctx);
  return ok({ source, rows, ...counts });
};

/** Writes what the preview showed, all or nothing. */
export const applyTaskImport = (
  profile: ProfileState,
  peopleOf: (ledger: Ledger) => readonly NamedPerson[],
  request: CommandRequest<'import.applyTasks'>,
): Result<CommandResult<'import.applyTasks'>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const read = readTasks(request);
  if (!read.ok) return read;
  if (read.value === undefined) return err(failure('invalid', 'The file is empty.', 'text'));
  return ledger.transact('local', () => {
    const ctx = domainContext(ledger, profile.clock, profile.random);
    const prepared = prepare(profile, ledger, peopleOf(ledger), read.value, ctx);
    const decision: Decision = {
      writes: prepared.writes.map((one) => asWrite(one, ctx)),
      itemIds: [],
      existingId: null,
    };
    const allowed = permitted(ok(decision), ctx);
    if (!allowed.ok) return allowed;
    const written = writeDecision(ledger, decision, profile.random);
    return written.ok ? ok(prepared.counts) : written;
  });
};
