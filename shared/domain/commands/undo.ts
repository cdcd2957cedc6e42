import type { ProtocolError } from '../../protocol/index.ts';
import { kinds } from '../../schema/index.ts';
import type { FieldEdit, TaskRecord } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { inverseOf } from '../undo/index.ts';
import type { PastEntry } from '../undo/index.ts';
import { withAcceptance } from './acceptance.ts';
import { milestoneWrite } from './milestone.ts';
import { decided, edits, fault, revise } from './outcomes.ts';
import { outcomeEdits, stateEdits } from './task.ts';
import type { CommandContext, Decide, KnownRecord, Write } from './types.ts';

/** A task or a day off that was begun by mistake is dropped or cancelled: it stays in the history, out of the way. */
const withdrawn = (ctx: CommandContext, { kind, value }: KnownRecord): readonly FieldEdit[] | null => {
  if (kind === 'leave') return value['cancelled'] === true ? null : edits({ cancelled: true });
  if (kind !== 'task') return null;
  const task = kinds.task.parse(value);
  return task.ok && task.value.state === 'open'
    ? [...stateEdits('dropped', ctx.now), ...outcomeEdits(task.value, 'dropped')]
    : null;
};

/** Whoever sets a value by hand does so in their own name, also when it is an old one. */
const signed = (ctx: CommandContext, { kind }: KnownRecord, said: readonly FieldEdit[]): readonly FieldEdit[] => {
  const manual = kind === 'objective' ? said.find(({ path }) => path === 'manualProgress') : undefined;
  if (manual === undefined) return said;
  const manualById = manual.value === null ? null : ctx.me.personId;
  return [...said.filter(({ path }) => path !== 'manualById'), ...edits({ manualById })];
};

/**
 * What was agreed may come back; that somebody accepted it comes from them alone. Where what is expected changes, an
 * acceptance falls here too.
 */
const unaccepted = (
  ctx: CommandContext,
  { kind, value }: KnownRecord,
  said: readonly FieldEdit[],
): readonly FieldEdit[] => {
  if (kind !== 'objective' && kind !== 'task') return said;
  const mine = value['acceptedById'] === ctx.me.personId;
  const brings = said.some(({ path, value: to }) => path === 'acceptedAt' && to !== null);
  const kept = said.filter(({ path }) => !brings || mine || (path !== 'acceptedAt' && path !== 'acceptedOf'));
  const at = value['acceptedAt'];
  return withAcceptance(typeof at === 'number' ? at : null, kept);
};

const inverse = (
  ctx: CommandContext,
  record: KnownRecord,
  past: readonly PastEntry[],
  entryId: string,
): Result<readonly FieldEdit[], ProtocolError> => {
  const began = past.find(({ applied }) => applied);
  const untouched = past.filter(({ applied }) => applied).length === 1;
  if (began?.entryId === entryId && began.personId === ctx.me.personId && untouched) {
    const said = withdrawn(ctx, record);
    if (said !== null) return ok(said);
  }
  const { kind, value } = record;
  const disputed = ctx.disputed(record.id);
  const back = inverseOf({ kind, past, entryId, me: ctx.me.personId, value, disputed });
  return back.ok
    ? ok(unaccepted(ctx, record, signed(ctx, record, back.value)))
    : fault('conflict', back.error.sentence);
};

/** Opening a milestone again, or finishing it, moves its key result here as it does everywhere. */
const moved = (
  ctx: CommandContext,
  record: KnownRecord,
  said: readonly FieldEdit[],
): Result<readonly Write[], ProtocolError> => {
  const state = said.find(({ path }) => path === 'state')?.value;
  const task = record.kind === 'task' && typeof state === 'string' ? kinds.task.parse(record.value) : undefined;
  return task?.ok === true ? milestoneWrite(ctx, record.id, task.value, state as TaskRecord['state']) : ok([]);
};

/** What only says that a milestone was finished is not undone by itself: reports stay, and the next one follows. */
const isReport = ({ changes }: PastEntry): boolean =>
  changes.length > 0 && changes.every(({ path }) => path.startsWith('updates.'));

/**
 * Takes back one's own changes, each as a new visible change of its record, all or none. Policies judge the new change
 * as they would any edit.
 */
export const undoChanges: Decide<'change.undo'> = ({ changes }, ctx) => {
  const writes: Write[] = [];
  for (const { recordId, entryId } of changes.toReversed()) {
    const record = ctx.record(recordId);
    if (record === undefined) return fault('not-found', 'The record is not on this machine.');
    if (record.readOnlyReason !== null) return fault('newer-version', record.readOnlyReason);
    const past = ctx.past(recordId);
    const entry = past.find((each) => each.entryId === entryId);
    if (entry !== undefined && isReport(entry)) {
      if (changes.length > 1) continue;
      return fault('not-allowed', 'A report stays as it was said. Report the right value as a new update.');
    }
    const said = inverse(ctx, record, past, entryId);
    if (!said.ok) return said;
    const more = moved(ctx, record, said.value);
    if (!more.ok) return more;
    writes.push(revise(record.kind, recordId, null, said.value), ...more.value);
  }
  return decided(writes);
};
