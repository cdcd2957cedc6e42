import type { FieldEdit, ObjectiveRecord, ProgressUpdateItem } from '#shared/schema/index.ts';
import { updateId } from './keys.ts';
import { remarksOn, spanOf } from './new-goal-edits.ts';
import type { PlanContext } from './plan.ts';
import type { Goal, Period, Reported } from './types.ts';

const dayMs = 86_400_000;

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** Half of the cycle, for what a file calls "mid"; never in the future. */
const middleOf = (cycle: Period, now: number): number =>
  Math.min(now, Math.round((noon(cycle.start) + noon(cycle.end)) / 2 / dayMs) * dayMs + dayMs / 2);

const statementsOf = (
  goal: Goal,
  remarks: string,
  ctx: PlanContext,
): readonly (Reported & { readonly name: string })[] => {
  if (goal.updates !== undefined) return goal.updates.map((update) => ({ ...update, name: 'reported' }));
  const { start, target } = spanOf(goal);
  const statements: (Reported & { readonly name: string })[] = [];
  const during = ctx.cycle === null ? ctx.now : middleOf(ctx.cycle, ctx.now);
  if (goal.actual !== null || goal.projection !== null) {
    // A projection without a value says that nothing was reached yet.
    const note = goal.actual === null ? ['Only a projection in the file.', remarks].join(' ').trim() : remarks;
    statements.push({
      name: 'actual',
      value: goal.actual ?? start,
      confidence: goal.confidence ?? null,
      projection: goal.projection,
      note,
      at: during,
    });
  }
  if (goal.score !== null) {
    const end = ctx.cycle === null ? ctx.now : Math.min(ctx.now, noon(ctx.cycle.end));
    statements.push({
      name: 'score',
      value: start + goal.score * (target - start),
      confidence: null,
      projection: null,
      note: ['Score at the end of the cycle.', statements.length === 0 ? remarks : ''].join(' ').trim(),
      at: Math.max(end, during),
    });
  }
  return statements;
};

/** Latest update of a key result, by its stated time. */
const latestOf = (value: ObjectiveRecord, itemId: string): ProgressUpdateItem | undefined =>
  Object.entries(value.updates)
    .filter(([, update]) => update.keyResultId === itemId)
    .toSorted(([a, x], [b, y]) => x.at - y.at || (a < b ? -1 : 1))
    .at(-1)?.[1];

const sameStatement = (a: Reported, b: ProgressUpdateItem): boolean =>
  a.value === b.value && a.projection === b.projection && (a.confidence ?? b.confidence) === b.confidence;

/** Whether the record says already what the file states: by the same update, or by one of equal content. */
const isKnown = (
  id: string,
  statement: Reported & { readonly name: string },
  itemId: string,
  value: ObjectiveRecord | undefined,
): boolean => {
  if (value === undefined) return false;
  if (value.updates[id] !== undefined) return true;
  if (statement.name === 'reported') {
    return Object.values(value.updates).some(
      (update) =>
        update.keyResultId === itemId &&
        update.at === statement.at &&
        sameStatement(statement, update) &&
        update.note === statement.note,
    );
  }
  const all = Object.values(value.updates).filter((update) => update.keyResultId === itemId);
  const said = (field: 'projection' | 'confidence'): boolean =>
    statement[field] === null || all.some((update) => update[field] === statement[field]);
  return latestOf(value, itemId)?.value === statement.value && said('projection') && said('confidence');
};

/** Progress updates that a row states and that are not there yet. Updates are written once, so a new value is a new one. */
export const reportEdits = (
  itemId: string,
  importKey: string,
  goal: Goal,
  unknown: readonly string[],
  ctx: PlanContext,
  value: ObjectiveRecord | undefined,
): readonly FieldEdit[] => {
  const remarks = remarksOn(goal, unknown);
  const edits: FieldEdit[] = [];
  const used = new Set<string>();
  for (const statement of statementsOf(goal, remarks, ctx)) {
    const { name, value: reached, confidence, projection, note, at } = statement;
    const time = name === 'reported' ? at : null;
    const id = updateId(importKey, name, [reached, confidence, projection, time]);
    if (used.has(id) || isKnown(id, statement, itemId, value)) continue;
    used.add(id);
    const fields = { keyResultId: itemId, value: reached, confidence, projection, note: note.slice(0, 4000), at };
    edits.push(...Object.entries(fields).map(([field, to]) => ({ path: `updates.${id}.${field}`, value: to })));
  }
  return edits;
};
