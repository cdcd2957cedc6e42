import type { CommandParams, TaskDetail } from '#shared/protocol/index.ts';

/** What the form holds while it is filled in. */
export interface TaskDraft {
  readonly title: string;
  readonly ownerId: string | null;
  readonly milestone: boolean;
  readonly keyResultId: string | null;
  /** Empty for no date. */
  readonly due: string;
  readonly deliverable: string;
  readonly doneMeans: string;
  readonly acceptedById: string | null;
  readonly note: string;
  readonly inWeek: boolean;
}

export const emptyTask = (ownerId: string | null, milestone: boolean): TaskDraft => ({
  title: '',
  ownerId,
  milestone,
  keyResultId: null,
  due: '',
  deliverable: '',
  doneMeans: '',
  acceptedById: null,
  note: '',
  inWeek: !milestone,
});

export const draftOf = (task: TaskDetail): TaskDraft => ({
  title: task.title,
  ownerId: task.ownerId,
  milestone: task.milestone,
  keyResultId: task.keyResult?.id ?? null,
  due: task.due ?? '',
  deliverable: task.deliverable,
  doneMeans: task.doneMeans,
  acceptedById: task.acceptedById,
  note: task.note,
  inWeek: false,
});

const fields = (draft: TaskDraft) => ({
  title: draft.title,
  ownerId: draft.ownerId,
  keyResultId: draft.keyResultId,
  due: draft.due === '' ? null : draft.due,
  deliverable: draft.deliverable,
  doneMeans: draft.doneMeans,
  acceptedById: draft.acceptedById,
  note: draft.note,
});

export const newTask = (draft: TaskDraft, week: string): CommandParams<'task.create'> => ({
  ...fields(draft),
  milestone: draft.milestone,
  week: draft.inWeek && !draft.milestone ? week : null,
});

/** Only what the person changed: what they left alone may have moved on meanwhile. */
export const changedTask = (begun: TaskDraft, draft: TaskDraft): Omit<CommandParams<'task.update'>, 'id' | 'base'> => {
  const before = fields(begun);
  return Object.fromEntries(
    Object.entries(fields(draft)).filter(([name, value]) => before[name as keyof typeof before] !== value),
  );
};
