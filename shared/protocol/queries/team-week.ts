import { z } from 'zod';
import * as s from '../shapes.ts';

const medians = { count: z.number().int(), medianMs: z.number().nullable() };

/** What a team's week came to, from what everybody can read, and how long things wait. */
export const teamWeekQueries = {
  teamDigest: {
    params: z.object({ week: s.week.optional() }),
    result: z.object({
      week: s.week,
      start: s.day,
      end: s.day,
      /** Whether it is the reader's present week, which is not over. */
      present: z.boolean(),
      moved: z.array(
        z.object({
          goalId: s.id,
          goal: z.string(),
          keyResult: z.string(),
          from: z.string(),
          to: z.string(),
          confidence: s.confidence.nullable(),
        }),
      ),
      blocked: z.array(z.object({ id: s.id, text: z.string(), byId: s.id, waitsForId: s.id, since: s.time })),
      /** Goals that were closed, with their score. */
      closed: z.array(z.object({ goalId: s.id, goal: z.string(), score: z.number().nullable() })),
      /** Questions to somebody, open to everybody, that were answered. */
      answered: z.array(z.object({ id: s.id, question: z.string(), byId: s.id })),
      kudos: z.array(z.object({ toId: s.id, byId: s.id.nullable(), value: z.string(), text: z.string() })),
      /** Who is away in this week or the next. */
      away: z.array(z.object({ personId: s.id, start: s.day, end: s.day })),
    }),
  },
  waits: {
    params: z.object({}),
    result: z.object({
      /** Who waits on whom now, what runs out first on top: an order of the work, not of people. */
      open: z.array(
        z.object({
          id: s.id,
          kind: z.enum(['question', 'blocker']),
          question: z.string(),
          fromId: s.id,
          toId: s.id,
          norm: s.norm.nullable(),
        }),
      ),
      medians: z.array(
        z.object({
          kind: z.enum(['question', 'blocker']),
          ...medians,
          weeks: z.array(z.object({ week: s.week, ...medians })),
        }),
      ),
    }),
  },
} as const;
