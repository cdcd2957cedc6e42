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
    // A cycle that is not here counts as open. The list of closed ones is short, an owner's history is not.
    `WITH closed (id) AS MATERIALIZED (SELECT record_id FROM cycles WHERE state <> 'open'),
     shared (id) AS (
       SELECT record_id FROM contributors WHERE person_id = @person
       UNION SELECT record_id FROM key_results WHERE owner_id = @person AND archived = 0
     )
     SELECT record_id FROM objectives WHERE owner_id = @person AND state = 'active'
       AND (cycle_id IS NULL OR cycle_id NOT IN (SELECT id FROM closed))
     UNION
     SELECT o.record_id FROM shared JOIN objectives o ON o.record_id = shared.id WHERE o.state = 'active'
       AND (o.cycle_id IS NULL OR o.cycle_id NOT IN (SELECT id FROM closed))
     ORDER BY 1 LIMIT 500`,
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
