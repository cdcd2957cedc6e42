import { dayOf, plannedIn } from '#shared/domain/index.ts';
import type { CommandResult } from '#shared/protocol/index.ts';
import type { FieldEdit, TaskRecord } from '#shared/schema/index.ts';
import { noteError, titleError } from '../limits.ts';
import { matchPerson } from '../owners.ts';
import type { NamedPerson } from '../owners.ts';
import type { ForeignTask, ForeignTasks } from './types.ts';

type Row = CommandResult<'import.previewTasks'>['rows'][number];

export interface PlannedTask {
  /** Null for a new one. */
  readonly recordId: string | null;
  readonly edits: readonly FieldEdit[];
}

export interface TaskPlanContext {
  /** Tasks that an import made before, by their key. */
  readonly existing: ReadonlyMap<string, { readonly recordId: string; readonly value: TaskRecord }>;
  readonly people: readonly NamedPerson[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Zone in which an instant is a day. */
  readonly timeZone: string;
  /** Why somebody may not change a task; null if they may. */
  readonly refusal: (recordId: string, edits: readonly FieldEdit[]) => string | null;
}

const instantIn = (text: string): number | null => {
  const at = Date.parse(text);
  return Number.isFinite(at) && at >= 0 ? at : null;
};

const dayIn = (text: string, timeZone: string): string | null => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return instantIn(text) === null ? null : text;
  const at = instantIn(text);
  return at === null ? null : dayOf(at, timeZone);
};

const edit = (path: string, value: FieldEdit['value']): FieldEdit => ({ path, value });

/** What a new task states. */
const creation = (task: ForeignTask, ownerId: string | null, order: number, ctx: TaskPlanContext): FieldEdit[] => [
  edit('title', task.title),
  edit('ownerId', ownerId),
  edit('due', dayIn(task.due, ctx.timeZone)),
  edit('importKey', task.key),
  edit('order', order),
  ...(task.milestone ? [edit('milestone', true)] : []),
  ...(task.note === '' ? [] : [edit('note', task.note)]),
  ...(task.state === 'open' ? [] : [edit('state', task.state)]),
  ...(task.state === 'done' ? [edit('doneAt', instantIn(task.doneAt) ?? ctx.now)] : []),
];

/**
 * What differs from what is here. An import closes a task and never opens one again, and it takes nobody's task away
 * because the file names a person who is not in the team.
 */
const changes = (task: ForeignTask, before: TaskRecord, ownerId: string | null, ctx: TaskPlanContext): FieldEdit[] => {
  const due = dayIn(task.due, ctx.timeZone);
  const closes = before.state === 'open' && task.state !== 'open';
  const week = plannedIn(before);
  return [
    ...(before.title === task.title ? [] : [edit('title', task.title)]),
    ...(ownerId === null || before.ownerId === ownerId ? [] : [edit('ownerId', ownerId)]),
    ...(due === null || before.due === due ? [] : [edit('due', due)]),
    ...(task.note === '' || before.note === task.note ? [] : [edit('note', task.note)]),
    ...(closes ? [edit('state', task.state)] : []),
    ...(closes && task.state === 'done' ? [edit('doneAt', instantIn(task.doneAt) ?? ctx.now)] : []),
    ...(closes && week !== undefined ? [edit(`planned.${week.id}.outcome`, task.state)] : []),
  ];
};

/** What importing these tasks would do, row by row, and what has to be written for it. Pure. */
export const planTasks = (
  { tasks }: Pick<ForeignTasks, 'tasks'>,
  ctx: TaskPlanContext,
): { readonly rows: readonly Row[]; readonly writes: readonly PlannedTask[] } => {
  const rows: Row[] = [];
  const writes: PlannedTask[] = [];
  const seen = new Set<string>();
  for (const task of tasks) {
    const ownerId = task.owner === '' ? null : (matchPerson(task.owner, ctx.people) ?? null);
    const known = ctx.existing.get(task.key);
    const edits =
      known === undefined
        ? creation(task, ownerId, ctx.now + rows.length, ctx)
        : changes(task, known.value, ownerId, ctx);
    const refused = known === undefined || edits.length === 0 ? null : ctx.refusal(known.recordId, edits);
    const error = titleError(task.title) ?? noteError(task.note) ?? refused;
    // A file that names a task twice means the first.
    const again = seen.has(task.key);
    seen.add(task.key);
    const effect =
      error !== null ? 'none' : known === undefined && !again ? 'new' : edits.length > 0 && !again ? 'changed' : 'same';
    rows.push({
      line: task.line,
      title: task.title,
      owner: task.owner,
      ownerId,
      due: dayIn(task.due, ctx.timeZone),
      state: task.state,
      milestone: task.milestone,
      error,
      effect,
    });
    if (effect === 'new' || effect === 'changed') writes.push({ recordId: known?.recordId ?? null, edits });
  }
  return { rows, writes };
};
