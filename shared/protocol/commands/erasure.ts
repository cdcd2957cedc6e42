import { z } from 'zod';
import * as s from '../shapes.ts';

/** Commands that erase: one record, a person’s own records. They cannot be undone. */
export const erasureCommands = {
  /** Erases a whole record for everybody who could read it: by its author, or by an admin of what the team reads. */
  'record.redact': { params: z.object({ recordId: s.id }), result: z.object({}) },
} as const;
