import { join } from 'node:path';
import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { permit, permitted, type CommandContext, type Decision, type Write } from '#shared/domain/index.ts';
import { kindOf, kinds, ownKey } from '#shared/schema/index.ts';
import { domainContext } from '../api/index.ts';
import { runRecordCommand, writeDecision } from '../api/index.ts';
import { onlyMine, prepareImport, writeExport } from '../exchange/index.ts';
import type { ExistingGoal, ExportedRecord, PlanContext, PlannedWrite } from '../exchange/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { needTeam } from './guards.ts';
import type { ProfileState } from './state.ts';

type Period = PlanContext['cycle'];

const cycleOf = (ledger: Ledger, id: string): Period => {
  const row = ledger.records.get(id);
  const value = row?.kind === 'cycle' ? ledger.documents.valueAt(id, kinds.cycle) : undefined;
  const cycle = value?.ok === true ? kinds.cycle.parse(value.value) : undefined;
  return cycle?.ok === true ? { id, title: cycle.value.title, start: cycle.value.start, end: cycle.value.end } : null;
};

const objectivesOf = (ledger: Ledger, cycleId: string): ExistingGoal[] =>
  ledger.db
    .prepare<unknown[], { record_id: string }>('SELECT record_id FROM objectives WHERE cycle_id = ? ORDER BY record_id')
    .all(cycleId)
    .flatMap(({ record_id: recordId }) => {
      const value = ledger.documents.valueAt(recordId, kinds.objective);
      const parsed = value.ok ? kinds.objective.parse(value.value) : undefined;
      return parsed?.ok === true ? [{ recordId, value: parsed.value }] : [];
    });

/** The people of the team by the names that files use for them. */
export const peopleOf = (ledger: Ledger): PlanContext['people'] => {
  const names = new Map(
    ledger.db
      .prepare<unknown[], { person_id: string; name: string }>('SELECT person_id, name FROM people')
      .all()
      .map((row) => [row.person_id, row.name]),
  );
  return [...ledger.graph.now().people.values()]
    .filter((one) => one.state !== 'removed')
    .map((one) => ({ id: one.personId, name: names.get(one.personId) ?? one.name }));
};

const asWrite = (planned: PlannedWrite, cycleId: string, ctx: CommandContext): Write => {
  if (planned.act === 'revise')
    return { act: 'revise', kind: 'objective', recordId: planned.recordId, base: null, edits: planned.edits };
  const key = ownKey(ctx.newId(), ctx.me.personId);
  if (!key.ok) throw new Error(key.error.sentence);
  const edits = planned.edits.some((edit) => edit.path === 'cycleId')
    ? planned.edits
    : [...planned.edits, { path: 'cycleId', value: cycleId }];
  return { act: 'create', kind: 'objective', key: key.value, place: { space: 'team' }, edits };
};

const prepare = (
  profile: ProfileState,
  ledger: Ledger,
  request: CommandRequest<'import.preview'>,
  ctx: CommandContext,
) =>
  prepareImport(request, (period) => {
    const cycle = request.cycleId === undefined ? matching(ledger, period) : cycleOf(ledger, request.cycleId);
    return {
      cycle,
      existing: cycle === null ? [] : objectivesOf(ledger, cycle.id),
      people: peopleOf(ledger),
      now: profile.clock.now(),
      newId: ctx.newId,
      refusal: (recordId, edits) => {
        const may = permit({ act: 'revise', kind: 'objective', recordId, base: null, edits }, ctx);
        return may.ok ? null : may.error.sentence;
      },
    };
  });

/** The cycle that a file's period names, if there is one with the same days. */
const matching = (ledger: Ledger, period: { readonly start: string; readonly end: string } | null): Period => {
  if (period === null) return null;
  const row = ledger.db
    .prepare<unknown[], { record_id: string }>(
      'SELECT record_id FROM cycles WHERE start = ? AND "end" = ? ORDER BY record_id LIMIT 1',
    )
    .get(period.start, period.end);
  return row === undefined ? null : cycleOf(ledger, row.record_id);
};

export const previewImport = (
  profile: ProfileState,
  request: CommandRequest<'import.preview'>,
): Result<CommandResult<'import.preview'>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const prepared = prepare(profile, ledger, request, domainContext(ledger, profile.clock, profile.random));
  return prepared.ok ? ok(prepared.value.preview) : prepared;
};

/** Writes what the preview showed: the cycle, if it is new, and one entry an objective, all or none. */
export const applyImport = (
  profile: ProfileState,
  request: CommandRequest<'import.apply'>,
): Result<CommandResult<'import.apply'>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  return ledger.transact('local', () => {
    let { cycleId } = request;
    if (cycleId === undefined && request.newCycle !== undefined) {
      const known = matching(ledger, request.newCycle);
      const made =
        known === null
          ? runRecordCommand(ledger, 'cycle.create', request.newCycle, profile.clock, profile.random)
          : undefined;
      if (made?.ok === false) return made;
      cycleId = known?.id ?? made?.value.subjectId ?? undefined;
    }
    if (cycleId === undefined || cycleOf(ledger, cycleId) === null) {
      return err(failure('invalid', 'Choose the cycle to import into, or name a new one.', 'cycleId'));
    }
    const into = cycleId;
    const ctx = domainContext(ledger, profile.clock, profile.random);
    const prepared = prepare(profile, ledger, { ...request, cycleId: into }, ctx);
    if (!prepared.ok) return prepared;
    const decision: Decision = {
      writes: prepared.value.writes.map((one) => asWrite(one, into, ctx)),
      itemIds: [],
      existingId: null,
    };
    const allowed = permitted(ok(decision), ctx);
    if (!allowed.ok) return allowed;
    const written = writeDecision(ledger, decision, profile.random);
    if (!written.ok) return written;
    const { fresh, changed, same, rows } = prepared.value.preview;
    return ok({ created: fresh, changed, same, skipped: rows.length - fresh - changed - same, cycleId: into });
  });
};

/** Everything this profile may read, in open formats. */
export const exportAll = async (
  profile: ProfileState,
  { directory }: CommandRequest<'export.write'>,
): Promise<Result<CommandResult<'export.write'>, ProtocolError>> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const source = { read: profile.read, records: () => recordsOf(live.value.ledger) };
  return writeExport(source, directory ?? join(profile.directory, 'exports'), { clock: profile.clock });
};

/** What is by this person or about them, in the same formats. */
export const exportMine = async (
  profile: ProfileState,
  { directory }: CommandRequest<'person.export'>,
): Promise<Result<CommandResult<'person.export'>, ProtocolError>> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const source = { read: profile.read, records: () => recordsOf(ledger) };
  return writeExport(source, directory ?? join(profile.directory, 'exports'), {
    clock: profile.clock,
    narrow: onlyMine(ledger.me.personId),
  });
};

function* recordsOf(ledger: Ledger): Generator<ExportedRecord> {
  for (const row of ledger.records.all()) {
    const def = kindOf(row.kind);
    const value = def === undefined ? undefined : ledger.documents.valueAt(row.id, def);
    if (value?.ok !== true) continue;
    const {
      id,
      kind,
      schema,
      space_id: spaceId,
      created_by: createdById,
      created_at: createdAt,
      updated_at: updatedAt,
    } = row;
    yield { id, kind, schema, spaceId, createdById, createdAt, updatedAt, value: value.value };
  }
}
