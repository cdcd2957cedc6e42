import { z } from 'zod';
import { audience, comment, conflict, day, heads, id, time, week } from './basics.ts';
import { planOutcome } from './check-in.ts';

export const taskState = z.enum(['open', 'done', 'dropped']);

/** One task or milestone as lists show it. */
export const task = z.object({
  id,
  title: z.string(),
  ownerId: id.nullable(),
  milestone: z.boolean(),
  keyResult: z.object({ id, objectiveId: id, title: z.string() }).nullable(),
  due: day.nullable(),
  overdue: z.boolean(),
  state: taskState,
  doneAt: time.nullable(),
  /** The week it is planned for now. */
  week: week.nullable(),
  /** What became of it in the week that is looked at, when it was planned for that. */
  outcome: planOutcome.nullable(),
  carried: z.number().int(),
  acceptedById: id.nullable(),
  acceptedAt: time.nullable(),
  order: z.number(),
  conflicts: z.number().int(),
  heads,
  /** What the reader may do, from the table that judges entries. */
  mayEdit: z.boolean(),
  mayAccept: z.boolean(),
});

/** A task with its expectation card. */
export const taskDetail = task.extend({
  deliverable: z.string(),
  doneMeans: z.string(),
  note: z.string(),
  createdById: id.nullable(),
  createdAt: time,
  planned: z.array(z.object({ week, outcome: planOutcome })),
  comments: z.array(comment),
  audience,
  conflictList: z.array(conflict),
  readOnlyReason: z.string().nullable(),
});

export type TaskView = z.infer<typeof task>;
export type TaskDetail = z.infer<typeof taskDetail>;
