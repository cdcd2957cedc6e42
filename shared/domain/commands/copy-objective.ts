import type { FieldEdit, KeyResultItem, ObjectiveRecord } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import { isMetOrNot, progressOf } from '../progress/measure.ts';
import { find } from './find.ts';
import { carriedMilestones } from './milestone.ts';
import { valueNow, valueSaid } from './milestone-value.ts';
import { begin, decided, edits, fault } from './outcomes.ts';
import type { CommandContext, Creation, Decide, Revision } from './types.ts';

/** A key result that is worth going on with: not archived, and either to be kept or not yet reached. */
const isUnfinished = (ctx: CommandContext, objective: ObjectiveRecord, id: string, item: KeyResultItem): boolean =>
  !item.archived && (item.type === 'threshold' || progressOf(item, valueSaid(ctx, objective, id)).progress !== 1);

/** What is unfinished goes on from where it stands; what is copied starts as it once did. */
const startOf = (ctx: CommandContext, objective: ObjectiveRecord, id: string, item: KeyResultItem): number => {
  if (isMetOrNot(item)) return item.start;
  const value = valueNow(ctx, objective, id);
  return value === item.target ? item.start : value;
};

const keyResults = (ctx: CommandContext, objective: ObjectiveRecord, unfinished: boolean) =>
  Object.entries(objective.keyResults)
    .filter(([id, item]) => (unfinished ? isUnfinished(ctx, objective, id, item) : !item.archived))
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([id, item], order): { readonly from: string; readonly id: string; readonly edits: readonly FieldEdit[] } => {
      const { title, type, unit, target, direction, weight } = item;
      const start = unfinished ? startOf(ctx, objective, id, item) : item.start;
      const ownerId = stays(ctx, item.ownerId);
      const itemId = ctx.newId();
      const said = { title, type, unit, start, target, direction, weight, ownerId, order };
      return { from: id, id: itemId, edits: edits(said, `keyResults.${itemId}.`) };
    });

/** Whoever has left the team is not named on what begins now. */
const stays = (ctx: CommandContext, personId: string | null): string | null => {
  const person = personId === null ? undefined : ctx.members.person(personId);
  return person === undefined || person.state === 'removed' ? null : personId;
};

/** How an objective goes on in another cycle. */
export interface Continuation {
  readonly id: string;
  readonly cycleId: string;
  /** What it stands below there. */
  readonly parentId: string | null;
  readonly unfinished: boolean;
}

/**
 * The entry that begins an objective again, with a link to the one it goes on with, the ids of its key results, and the
 * open milestones that go on with them.
 */
export const continued = (
  ctx: CommandContext,
  before: ObjectiveRecord,
  { id, cycleId, parentId, unfinished }: Continuation,
): { readonly write: Creation; readonly itemIds: readonly string[]; readonly milestones: readonly Revision[] } => {
  const items = keyResults(ctx, before, unfinished);
  const said = edits({
    title: before.title,
    ownerId: stays(ctx, before.ownerId),
    parentId,
    cycleId,
    state: before.state === 'draft' ? 'draft' : 'active',
    // A value set by hand was about the cycle it was set in.
    rollUp: before.rollUp === 'manual' ? 'key-results' : before.rollUp,
    deliverable: before.deliverable === '' ? undefined : before.deliverable,
    acceptedById: stays(ctx, before.acceptedById) ?? undefined,
    carriedFromId: id,
    description: before.description === '' ? undefined : before.description,
    doneMeans: before.doneMeans === '' ? undefined : before.doneMeans,
  });
  const people = Object.entries(before.contributors).flatMap(([personId, { in: contributes }]) =>
    contributes && stays(ctx, personId) !== null ? [{ path: `contributors.${personId}.in`, value: true }] : [],
  );
  const begun = [...said, ...people, ...items.flatMap((item) => item.edits)];
  return {
    write: begin(ctx, 'objective', { space: 'team' }, begun),
    itemIds: items.map((item) => item.id),
    milestones: unfinished ? carriedMilestones(ctx, new Map(items.map((item) => [item.from, item.id]))) : [],
  };
};

/** What an objective stands below in a cycle that is there already: what its parent became, or the same parent. */
export const parentThere = (ctx: CommandContext, before: ObjectiveRecord, cycleId: string): string | null => {
  if (before.parentId === null) return null;
  const became = ctx.carriedTo(before.parentId, cycleId);
  if (became !== undefined) return became;
  const parent = find(ctx, 'objective', before.parentId, 'parentId');
  return parent.ok && parent.value.value.cycleId === cycleId ? before.parentId : null;
};

/**
 * Begins an objective again in another cycle, with a link to the one it goes on with. Below what its parent became
 * there, if that was carried on; below the same parent, if that belongs to the new cycle.
 */
export const copyObjective: Decide<'objective.copy'> = ({ id, cycleId, unfinished }, ctx) => {
  const found = find(ctx, 'objective', id, 'id');
  if (!found.ok) return found;
  const cycle = find(ctx, 'cycle', cycleId, 'cycleId');
  if (!cycle.ok) return cycle;
  const before = found.value.value;
  if (before.cycleId === cycleId) return fault('invalid', 'The goal is in this cycle already.', 'cycleId');
  if (cycle.value.value.state === 'closed') return fault('invalid', 'This cycle is closed.', 'cycleId');
  const existing = ctx.carriedTo(id, cycleId);
  if (existing !== undefined) return ok({ writes: [], itemIds: [], existingId: existing });
  const parentId = parentThere(ctx, before, cycleId);
  const { write, itemIds, milestones } = continued(ctx, before, { id, cycleId, parentId, unfinished });
  return decided([write, ...milestones], { itemIds });
};
