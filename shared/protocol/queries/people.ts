import { z } from 'zod';
import * as s from '../shapes.ts';

/** Queries of 1:1s. */
export const peopleQueries = {
  /** The 1:1 between the reader and one person: what is open, what was dealt with, and the notes by date, newest first. */
  agenda: {
    params: z.object({ personId: s.id }),
    result: z.object({
      today: s.day,
      open: z.array(s.agendaItem),
      /** Ticked off and decided, newest first. */
      settled: z.array(s.agendaItem),
      meetings: z.array(s.meeting),
      audience: s.audience.nullable(),
      mayWrite: z.boolean(),
    }),
  },
} as const;
