import { z } from 'zod';
import * as s from '../shapes.ts';

/** Commands that take back one's own changes, as new changes. */
export const undoCommands = {
  /** Entries by the record they belong to, in the order in which they were made; all or none. */
  'change.undo': {
    params: z.object({
      changes: z
        .array(z.object({ recordId: s.id, entryId: s.id }))
        .min(1)
        .max(2000),
    }),
    result: z.object({}),
  },
  /** What a command of this run of the engine wrote, by the idempotency id that it was sent with. */
  'change.undoCommand': { params: z.object({ once: z.string().max(200) }), result: z.object({}) },
} as const;
