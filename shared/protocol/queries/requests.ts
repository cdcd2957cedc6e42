import { z } from 'zod';
import * as s from '../shapes.ts';

/** Queries on questions to people, and on how long requests wait. */
export const requestQueries = {
  /** Open ones first, what runs out first on top; then the newest that were settled. */
  requests: {
    params: z.object({ personId: s.id.optional() }),
    result: z.object({ forMe: z.array(s.request), byMe: z.array(s.request), settled: z.array(s.request) }),
  },
  request: {
    params: z.object({ id: s.id }),
    result: z.object({
      request: s.request.nullable(),
      answers: z.array(s.comment),
      turns: z.array(z.object({ toId: s.id, byId: s.id.nullable(), at: s.time, until: s.time.nullable() })),
    }),
  },
} as const;
