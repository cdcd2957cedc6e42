import type { MilestoneRoles } from '#shared/domain/index.ts';
import type { Db } from '../store/index.ts';

interface Around {
  readonly owner_id: string | null;
  readonly key_result_id: string | null;
  readonly key_result_owner_id: string | null;
  readonly objective_id: string | null;
  readonly objective_owner_id: string | null;
}

const nobody: MilestoneRoles = {
  ownerId: null,
  taskOwnerIds: [],
  keyResultOwnerId: null,
  objectiveOwnerId: null,
  contributorIds: [],
};

/** Who stands where around a milestone, from the tables; nobody around what is not here. */
export const createMilestoneRoles = (db: Db): ((milestoneId: string) => MilestoneRoles) => {
  const around = db.prepare<[string], Around>(
    `SELECT t.owner_id, t.key_result_id, k.owner_id AS key_result_owner_id, k.record_id AS objective_id,
       o.owner_id AS objective_owner_id
     FROM tasks t LEFT JOIN key_results k ON k.id = t.key_result_id LEFT JOIN objectives o ON o.record_id = k.record_id
     WHERE t.record_id = ? ORDER BY k.record_id LIMIT 1`,
  );
  const tasks = db.prepare<[string], { owner_id: string }>(
    `SELECT DISTINCT owner_id FROM tasks
     WHERE key_result_id = ? AND milestone = 0 AND state = 'done' AND owner_id IS NOT NULL ORDER BY owner_id`,
  );
  const contributors = db.prepare<[string], { person_id: string }>(
    'SELECT person_id FROM contributors WHERE record_id = ? ORDER BY person_id',
  );
  return (milestoneId) => {
    const row = around.get(milestoneId);
    if (row === undefined) return nobody;
    return {
      ownerId: row.owner_id,
      taskOwnerIds: row.key_result_id === null ? [] : tasks.all(row.key_result_id).map((task) => task.owner_id),
      keyResultOwnerId: row.key_result_owner_id,
      objectiveOwnerId: row.objective_owner_id,
      contributorIds: row.objective_id === null ? [] : contributors.all(row.objective_id).map((one) => one.person_id),
    };
  };
};
