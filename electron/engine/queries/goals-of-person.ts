import type { GoalRow } from '#shared/protocol/index.ts';
import type { Db } from '../store/index.ts';
import { keyResultRow, objectiveRow } from './goal-rows.ts';
import type { Goals, GoalsReader } from './goals-reader.ts';

export interface PersonGoals {
  readonly goals: Goals;
  /** Objectives the person owns or contributes to and key results they own elsewhere, at depth 0. */
  readonly rows: readonly GoalRow[];
  /** Key results the person answers for: own ones, and those without an owner in an objective of theirs. */
  readonly keyResults: readonly GoalRow[];
}

/** A person's active goals in the open cycles. */
export const createGoalsOfPerson = (db: Db, goals: GoalsReader): ((personId: string) => PersonGoals) => {
  const theirs = db.prepare<unknown[], { record_id: string }>(
    `SELECT o.record_id FROM objectives o LEFT JOIN cycles c ON c.record_id = o.cycle_id
     WHERE o.state = 'active' AND coalesce(c.state, 'open') = 'open' AND o.record_id IN (
       SELECT record_id FROM objectives WHERE owner_id = @person
       UNION SELECT record_id FROM contributors WHERE person_id = @person
       UNION SELECT record_id FROM key_results WHERE owner_id = @person AND archived = 0
     ) ORDER BY o.record_id LIMIT 500`,
  );
  const contributes = db.prepare<[string], { record_id: string }>(
    'SELECT record_id FROM contributors WHERE person_id = ?',
  );
  return (personId) => {
    const ids = theirs.all({ person: personId }).map((row) => row.record_id);
    const found = goals.ofObjectives(ids);
    const shared = new Set(contributes.all(personId).map((row) => row.record_id));
    const wanted = new Set(ids);
    const rows: GoalRow[] = [];
    const keyResults: GoalRow[] = [];
    for (const node of found.tree.topDown) {
      const id = node.line.record_id;
      const facts = found.facts.get(id);
      if (!wanted.has(id) || facts === undefined) continue;
      const part = node.line.owner_id === personId || shared.has(id);
      if (part) rows.push(objectiveRow(node, facts, 0, node.line.parent_id));
      for (const line of node.keyResults) {
        const of = facts.keyResults.get(line.id);
        if (of === undefined || (line.owner_id ?? node.line.owner_id) !== personId) continue;
        const row = keyResultRow(node, line, of, 0);
        keyResults.push(row);
        if (!part) rows.push(row);
      }
    }
    return { goals: found, rows, keyResults };
  };
};
