import type { CycleView } from '#shared/protocol/index.ts';
import type { QueryContext } from './context.ts';
import { createCycles, type CyclesReader } from './cycle-view.ts';
import { createGoalData, type GoalLines } from './goal-data.ts';
import type { Present } from './goal-facts.ts';
import { rollUpTree, type ObjectiveFacts } from './goal-roll-up.ts';
import { growTree, type GoalTree } from './goal-tree.ts';
import type { Topic } from './handler.ts';
import { createTeamSettings } from './team-settings.ts';

/** What every computed goal depends on. */
export const goalTopics: readonly Topic[] = [
  'records:objective',
  // Finished milestones are counted where goals are read.
  'records:task',
  'records:cycle',
  'records:team-settings',
  'records:person',
  'clock',
];

/** A tree with everything computed. */
export interface Goals {
  readonly tree: GoalTree;
  readonly facts: ReadonlyMap<string, ObjectiveFacts>;
  readonly lines: GoalLines;
  readonly present: Present;
}

export interface GoalsReader {
  readonly cycles: CyclesReader;
  readonly present: () => Present;
  readonly ofCycle: (cycle: CycleView | string) => Goals;
  readonly ofObjectives: (ids: readonly string[]) => Goals;
}

export const createGoals = (ctx: QueryContext): GoalsReader => {
  const data = createGoalData(ctx.db);
  const cycles = createCycles(ctx);
  const settings = createTeamSettings(ctx.db);
  const firstWrite = ctx.db.prepare<[string, string], { at: number | null }>(
    'SELECT min(e.claimed_at) AS at FROM touches t JOIN entries e ON e.id = t.entry_id WHERE t.record_id = ? AND t.path = ?',
  );
  const present = (): Present => ({
    now: ctx.clock.now(),
    today: cycles.today(),
    staleDays: settings.norms().stale_days,
    writtenAt: (line) => firstWrite.get(line.record_id, `keyResults.${line.id}`)?.at ?? null,
  });
  const compute = (lines: GoalLines): Goals => {
    const at = present();
    const tree = growTree(lines);
    return { tree, facts: rollUpTree(tree, at), lines, present: at };
  };
  return {
    cycles,
    present,
    ofCycle: (cycle) => compute(data.ofCycle(typeof cycle === 'string' ? cycle : cycle.id)),
    ofObjectives: (ids) => compute(data.ofObjectives(ids)),
  };
};
