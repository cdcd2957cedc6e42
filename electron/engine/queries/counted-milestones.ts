import { reachedValue, type LinkedMilestone } from '#shared/domain/index.ts';
import type { ObjectiveRow, ProgressUpdateRow } from '../readmodels/index.ts';
import type { Db } from '../store/index.ts';
import type { KeyResultLine } from './goal-data.ts';

interface Linked {
  readonly record_id: string;
  readonly key_result_id: string;
  readonly title: string;
  readonly state: string;
  readonly done_at: number | null;
  readonly goal_state: ObjectiveRow['state'];
  readonly closed_at: number | null;
}

const asMilestone = ({ title, state, done_at: doneAt }: Linked): LinkedMilestone => ({
  title,
  done: state === 'done',
  doneAt,
});

/**
 * Reads the milestones of the key results that count them, and says what those come to: the read model holds what was
 * reported last, and whoever finished a milestone reported what they knew of the others.
 *
 * @param tree the statement that names the objectives as `tree (id)`
 */
export const createCountedMilestones = (
  db: Db,
  tree: string,
): ((parameter: string, lines: readonly KeyResultLine[]) => readonly KeyResultLine[]) => {
  const milestones = db.prepare<[string], Linked>(
    `${tree}
     SELECT k.record_id, t.key_result_id, t.title, t.state, t.done_at, o.state AS goal_state, o.closed_at
     FROM tree CROSS JOIN key_results k ON k.record_id = tree.id CROSS JOIN tasks t ON t.key_result_id = k.id
     JOIN objectives o ON o.record_id = k.record_id WHERE k.type = 'milestone' AND t.milestone = 1`,
  );
  const newest = db.prepare<[string, string], ProgressUpdateRow>(
    'SELECT * FROM progress_updates WHERE record_id = ? AND key_result_id = ? ORDER BY at DESC, id DESC LIMIT 1',
  );
  return (parameter, lines) => {
    if (!lines.some((line) => line.type === 'milestone')) return lines;
    const linked = Map.groupBy(milestones.all(parameter), (row) => `${row.record_id}/${row.key_result_id}`);
    return lines.map((line) => {
      const rows = linked.get(`${line.record_id}/${line.id}`) ?? [];
      const [first] = rows;
      if (first === undefined) return line;
      const goal = { state: first.goal_state, closedAt: first.closed_at };
      const said = newest.get(line.record_id, line.id) ?? null;
      return { ...line, value: reachedValue(line, said, rows.map(asMilestone), goal) };
    });
  };
};
