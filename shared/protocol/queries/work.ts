import { z } from 'zod';
import * as s from '../shapes.ts';

const completion = z.object({
  week: s.week,
  planned: z.number().int(),
  done: z.number().int(),
  carried: z.number().int(),
  dropped: z.number().int(),
  open: z.number().int(),
  /** Done of what was planned and not dropped, 0 to 1; null without such work. */
  rate: z.number().nullable(),
});

/** Queries on tasks and milestones, and on days off. */
export const workQueries = {
  /** The week's work, everything that is open, and what was finished lately; newest order last. */
  work: {
    params: z.object({
      /** The week that is looked at; the reader's present one if left out. */
      week: s.week.optional(),
      personId: s.id.optional(),
    }),
    result: z.object({
      week: s.week,
      thisWeek: s.week,
      start: s.day,
      end: s.day,
      tasks: z.array(s.task),
      milestones: z.array(s.task),
      /** The team's last weeks, oldest first. */
      completion: z.array(completion),
    }),
  },
  task: { params: z.object({ id: s.id }), result: z.object({ task: s.taskDetail.nullable() }) },
  /** Days off that end today or later, soonest first; those of the past for one's own list. */
  leave: {
    params: z.object({ personId: s.id.optional() }),
    result: z.object({ leave: z.array(s.leave) }),
  },
} as const;
