import { planImport, guessMapping, interpret, readTables } from '#engine/exchange/index.ts';
import type { ExistingGoal, ImportPlan, PlanContext } from '#engine/exchange/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { kinds } from '#shared/schema/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';

export const cycle = { id: 'c'.repeat(43), title: '2019 Q2', start: '2019-04-01', end: '2019-06-30' };
export const now = Date.UTC(2026, 4, 12);

export const createIds = (): (() => string) => {
  let next = 0;
  return () => `id-${String(next++).padStart(19, '0')}`;
};

/** The record that edits of an objective make, as the engine would hold it. */
export const applyEdits = (edits: readonly FieldEdit[], before?: ExistingGoal['value']): ExistingGoal['value'] => {
  const whole: Record<string, unknown> = structuredClone({ ...before });
  for (const { path, value } of edits) {
    const [name = '', id, field = ''] = path.split('.');
    if (id === undefined) whole[name] = value;
    else {
      const items = (whole[name] ??= {}) as Record<string, Record<string, unknown>>;
      (items[id] ??= {})[field] = value;
    }
  }
  return expectOk(kinds.objective.parse(whole));
};

export const contextOf = (context: Partial<PlanContext> = {}): PlanContext => ({
  fileName: 'goals.csv',
  cycle,
  existing: [],
  people: [],
  now,
  newId: createIds(),
  refusal: () => null,
  ...context,
});

/** The plan of one table of a file. */
export const planFile = (fileName: string, text: string, context: Partial<PlanContext> = {}, at = 0): ImportPlan => {
  const table = expectOk(readTables(fileName, text))[at];
  if (table === undefined) throw new Error('The file has no such table.');
  return planImport(interpret(table, guessMapping(table)), contextOf({ fileName, ...context }));
};

/** What a team holds after the writes of a plan. */
export const applyPlan = (plan: ImportPlan, before: readonly ExistingGoal[] = []): readonly ExistingGoal[] => {
  const goals = new Map(before.map((goal) => [goal.recordId, goal]));
  for (const write of plan.writes) {
    const recordId = write.act === 'revise' ? write.recordId : `record-${goals.size}`;
    goals.set(recordId, { recordId, value: applyEdits(write.edits, goals.get(recordId)?.value) });
  }
  return [...goals.values()];
};
