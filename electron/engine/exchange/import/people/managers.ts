/** Who reports to whom from now on. */
export interface ManagerChange {
  readonly personId: string;
  readonly managerId: string | null;
}

/** Whether somebody would stand above themselves if they reported to `managerId`. */
const isOwnManager = (
  personId: string,
  managerId: string | null,
  managers: ReadonlyMap<string, string | null>,
): boolean => {
  const seen = new Set<string>();
  for (let above = managerId; above !== null && !seen.has(above); above = managers.get(above) ?? null) {
    if (above === personId) return true;
    seen.add(above);
  }
  return false;
};

/**
 * The changes that can be made together: those that would end in a circle are refused, however many it takes; what is
 * there now has none.
 */
export const withoutCircles = (
  now: ReadonlyMap<string, string | null>,
  changes: readonly ManagerChange[],
): { readonly allowed: readonly ManagerChange[]; readonly refused: ReadonlySet<string> } => {
  const refused = new Set<string>();
  for (;;) {
    const allowed = changes.filter(({ personId }) => !refused.has(personId));
    const after = new Map([...now, ...allowed.map((one) => [one.personId, one.managerId] as const)]);
    const circling = allowed.filter(({ personId, managerId }) => isOwnManager(personId, managerId, after));
    if (circling.length === 0) return { allowed, refused };
    for (const { personId } of circling) refused.add(personId);
  }
};

/**
 * The same changes in an order in which no step closes a circle on the way: each act is judged by what stands before
 * it. Where two people change places, one of them reports to nobody in between.
 */
export const inSteps = (
  now: ReadonlyMap<string, string | null>,
  changes: readonly ManagerChange[],
): readonly ManagerChange[] => {
  const managers = new Map(now);
  const steps: ManagerChange[] = [];
  const take = (step: ManagerChange): void => {
    managers.set(step.personId, step.managerId);
    steps.push(step);
  };
  let left = changes;
  while (left.length > 0) {
    const closing: ManagerChange[] = [];
    for (const change of left) {
      if (isOwnManager(change.personId, change.managerId, managers)) closing.push(change);
      else take(change);
    }
    const [stuck] = closing;
    if (stuck !== undefined && closing.length === left.length) take({ personId: stuck.personId, managerId: null });
    left = closing;
  }
  return steps;
};
