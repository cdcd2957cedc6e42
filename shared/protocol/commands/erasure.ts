import { z } from 'zod';
import * as s from '../shapes.ts';

/** Commands that erase, and the export that goes before. Erasing cannot be undone. */
export const erasureCommands = {
  /** Erases a whole record for everybody who could read it: by its author, or by an admin of what the team reads. */
  'record.redact': { params: z.object({ recordId: s.id }), result: z.object({}) },
  /** Erases everything that is this person's own: what `erasure` counts as theirs. Answers how many records went. */
  'person.erase': { params: z.object({}), result: z.object({ erased: z.number().int() }) },
  /** Writes what is by this person or about them as a folder of open formats; by default below the profile. */
  'person.export': {
    params: z.object({ directory: z.string().max(1000).optional() }),
    result: z.object({ directory: z.string(), files: z.number().int(), records: z.number().int() }),
  },
} as const;
