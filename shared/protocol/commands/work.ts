import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});
const created = z.object({ id: s.id });

const task = {
  title: s.title,
  ownerId: s.id.nullable(),
  keyResultId: s.id.nullable(),
  /** Last day on which it is in time. */
  due: s.day.nullable(),
  deliverable: z.string().max(2000),
  doneMeans: s.prose,
  acceptedById: s.id.nullable(),
  note: s.prose,
};

/** Commands on tasks and milestones, and on days off. */
export const workCommands = {
  'task.create': {
    params: z.object({
      title: task.title,
      ownerId: task.ownerId.default(null),
      milestone: z.boolean().default(false),
      keyResultId: task.keyResultId.default(null),
      due: task.due.default(null),
      deliverable: task.deliverable.default(''),
      doneMeans: task.doneMeans.default(''),
      acceptedById: task.acceptedById.default(null),
      note: task.note.default(''),
      /** The week it is planned for; null for some day. */
      week: s.week.nullable().default(null),
    }),
    result: created,
  },
  /** A new `week` carries the task over into it. */
  'task.update': {
    params: z.object({
      id: s.id,
      base: s.heads,
      title: task.title.optional(),
      ownerId: task.ownerId.optional(),
      keyResultId: task.keyResultId.optional(),
      due: task.due.optional(),
      deliverable: task.deliverable.optional(),
      doneMeans: task.doneMeans.optional(),
      acceptedById: task.acceptedById.optional(),
      note: task.note.optional(),
      order: z.number().optional(),
      state: s.taskState.optional(),
      week: s.week.optional(),
    }),
    result: nothing,
  },
  'task.accept': { params: z.object({ id: s.id, base: s.heads }), result: nothing },
  'leave.add': {
    params: z.object({
      start: s.day,
      end: s.day,
      reason: s.leaveReason.default('leave'),
      note: z.string().max(300).default(''),
    }),
    result: created,
  },
  'leave.update': {
    params: z.object({
      id: s.id,
      base: s.heads,
      start: s.day.optional(),
      end: s.day.optional(),
      reason: s.leaveReason.optional(),
      note: z.string().max(300).optional(),
      cancelled: z.boolean().optional(),
    }),
    result: nothing,
  },
} as const;
