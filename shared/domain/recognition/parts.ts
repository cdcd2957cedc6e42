/** How somebody had a part in a milestone. */
export type MilestonePart = 'owner' | 'task' | 'key-result' | 'goal';

/** Who stands where around a milestone; null and empty where it belongs to nothing. */
export interface MilestoneRoles {
  readonly ownerId: string | null;
  /** Owners of finished tasks under the same key result. */
  readonly taskOwnerIds: readonly string[];
  readonly keyResultOwnerId: string | null;
  readonly objectiveOwnerId: string | null;
  readonly contributorIds: readonly string[];
}

/**
 * Who had a part in a milestone and which, in the order in which a badge would be thought of: who led it, who did work
 * for it, who answers for the key result and the goal. A badge goes to nobody else (PRODUCT, recognition).
 */
export const partsIn = (roles: MilestoneRoles): ReadonlyMap<string, readonly MilestonePart[]> => {
  const parts = new Map<string, MilestonePart[]>();
  const add = (personId: string | null, part: MilestonePart): void => {
    if (personId === null) return;
    const held = parts.get(personId);
    if (held === undefined) parts.set(personId, [part]);
    else if (!held.includes(part)) held.push(part);
  };
  add(roles.ownerId, 'owner');
  for (const id of roles.taskOwnerIds) add(id, 'task');
  add(roles.keyResultOwnerId, 'key-result');
  add(roles.objectiveOwnerId, 'goal');
  for (const id of roles.contributorIds) add(id, 'goal');
  return parts;
};
