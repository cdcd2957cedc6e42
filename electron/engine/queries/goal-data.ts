import type { KeyResultRow, ObjectiveRow } from '../readmodels/index.ts';
import type { Db } from '../store/index.ts';
import { createCountedMilestones } from './counted-milestones.ts';

/** An objective without its prose: what trees and roll-ups need. */
export type ObjectiveLine = Omit<ObjectiveRow, 'description' | 'reflection' | 'import_key' | 'closed_at'> & {
  readonly author_id: string | null;
  readonly created_at: number;
  readonly conflict_count: number;
  readonly conflicts: string;
  readonly cycle_start: string | null;
  readonly cycle_end: string | null;
  readonly cycle_state: 'open' | 'closed' | null;
};

export type KeyResultLine = Omit<KeyResultRow, 'import_key'>;

export interface GoalLines {
  readonly objectives: readonly ObjectiveLine[];
  readonly keyResults: ReadonlyMap<string, readonly KeyResultLine[]>;
}

export interface GoalData {
  /** The objectives of a cycle and all below them. */
  readonly ofCycle: (cycleId: string) => GoalLines;
  /** These objectives and all below them. */
  readonly ofObjectives: (ids: readonly string[]) => GoalLines;
}

// UNION, not UNION ALL: two people offline can make each other's goal the parent, and a circle must end.
const below = (roots: string): string => `
WITH RECURSIVE tree (id) AS (
  ${roots}
  UNION
  SELECT o.record_id FROM tree t JOIN objectives o ON o.parent_id = t.id
)`;

const objectiveLines = `
SELECT o.record_id, o.title, o.owner_id, o.parent_id, o.cycle_id, o.state, o.roll_up, o.manual_progress, o.manual_by_id,
  o.score, o.last_update_at, v.author_id, v.created_at, v.conflict_count,
  CASE WHEN v.conflict_count > 0 THEN v.conflicts ELSE '[]' END AS conflicts,
  c.start AS cycle_start, c."end" AS cycle_end, c.state AS cycle_state
FROM tree t CROSS JOIN objectives o ON o.record_id = t.id CROSS JOIN record_view v ON v.record_id = o.record_id
LEFT JOIN cycles c ON c.record_id = o.cycle_id
ORDER BY v.created_at, o.record_id`;

const keyResultLines = `
SELECT k.record_id, k.id, k.position, k.title, k.type, k.unit, k.start, k.target, k.direction, k.weight, k.owner_id, k.archived,
  k.value, k.confidence, k.projection, k.last_update_at
FROM tree t CROSS JOIN key_results k ON k.record_id = t.id ORDER BY k.record_id, k.position`;

const ofCycle = 'SELECT record_id FROM objectives WHERE cycle_id = ?';
const ofIds = 'SELECT record_id FROM objectives WHERE record_id IN (SELECT value FROM json_each(?))';

/** Reads whole trees of goals in few statements, whatever their size; values are as milestones count. */
export const createGoalData = (db: Db): GoalData => {
  const reader = (roots: string) => {
    const objectives = db.prepare<[string], ObjectiveLine>(below(roots) + objectiveLines);
    const keyResults = db.prepare<[string], KeyResultLine>(below(roots) + keyResultLines);
    const counted = createCountedMilestones(db, below(roots));
    return (parameter: string): GoalLines => ({
      objectives: objectives.all(parameter),
      keyResults: Map.groupBy(counted(parameter, keyResults.all(parameter)), (row) => row.record_id),
    });
  };
  const readCycle = reader(ofCycle);
  const readIds = reader(ofIds);
  return { ofCycle: readCycle, ofObjectives: (ids) => readIds(JSON.stringify(ids)) };
};
