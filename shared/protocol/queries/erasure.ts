import { z } from 'zod';
import * as s from '../shapes.ts';

/** Queries on erasure and retention. */
export const erasureQueries = {
  erasure: {
    params: z.object({}),
    result: z.object({
      /** What this person wrote and may erase, by kind; the most first. */
      mine: z.array(z.object({ kind: z.string(), count: z.number().int() })),
      /** What of theirs stays, because the team's work rests on it. */
      kept: z.object({
        goals: z.number().int(),
        tasks: z.number().int(),
        cycles: z.number().int(),
        updates: z.number().int(),
      }),
      /** Records that this person has erased so far. */
      erased: z.number().int(),
      retention: s.retention,
      /** What this device erases by itself next: within the next 30 days, and when the first of it. */
      due: z.array(
        z.object({ group: z.enum(['checkIns', 'feedback', 'comments']), count: z.number().int(), firstAt: s.time }),
      ),
      maySetRetention: z.boolean(),
    }),
  },
} as const;
