import type { CommandParams, ObjectiveView, RollUp } from '#shared/protocol/index.ts';

/** An objective while it is edited. */
export interface ObjectiveDraft {
  readonly title: string;
  readonly description: string;
  readonly ownerId: string | null;
  readonly contributorIds: readonly string[];
  readonly parentId: string | null;
  readonly rollUp: RollUp;
  /** Percent, as people type it. */
  readonly manualPercent: number | null;
  /** Calendar day, or empty. */
  readonly due: string;
  readonly deliverable: string;
  readonly doneMeans: string;
  readonly acceptedById: string | null;
}

/** A share as percent without the dust of binary fractions. */
const percentOf = (share: number): number => Number((share * 100).toFixed(4));

export const draftOf = (objective: ObjectiveView): ObjectiveDraft => ({
  title: objective.title,
  description: objective.description,
  ownerId: objective.ownerId,
  contributorIds: objective.contributorIds,
  parentId: objective.parentId,
  rollUp: objective.rollUp,
  manualPercent: objective.manualProgress === null ? null : percentOf(objective.manualProgress),
  due: objective.due ?? '',
  deliverable: objective.deliverable,
  doneMeans: objective.doneMeans,
  acceptedById: objective.acceptedById,
});

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Only what differs from what was seen, against the heads that were seen; null when nothing does. */
export const objectiveChanges = (
  begun: ObjectiveView,
  draft: ObjectiveDraft,
): CommandParams<'objective.update'> | null => {
  const before = draftOf(begun);
  const changed = {
    ...(draft.title === before.title ? {} : { title: draft.title }),
    ...(draft.description === before.description ? {} : { description: draft.description }),
    ...(draft.ownerId === before.ownerId ? {} : { ownerId: draft.ownerId }),
    ...(sameSet(draft.contributorIds, before.contributorIds) ? {} : { contributorIds: [...draft.contributorIds] }),
    ...(draft.parentId === before.parentId ? {} : { parentId: draft.parentId }),
    ...(draft.due === before.due ? {} : { due: draft.due === '' ? null : draft.due }),
    ...(draft.deliverable === before.deliverable ? {} : { deliverable: draft.deliverable }),
    ...(draft.doneMeans === before.doneMeans ? {} : { doneMeans: draft.doneMeans }),
    ...(draft.acceptedById === before.acceptedById ? {} : { acceptedById: draft.acceptedById }),
    ...(draft.rollUp === before.rollUp ? {} : { rollUp: draft.rollUp }),
    ...(draft.rollUp !== 'manual' || draft.manualPercent === before.manualPercent
      ? {}
      : { manualProgress: draft.manualPercent === null ? null : draft.manualPercent / 100 }),
  };
  return Object.keys(changed).length === 0 ? null : { id: begun.id, base: [...begun.heads], ...changed };
};
