import { z } from 'zod';
import * as s from '../shapes.ts';

const file = {
  text: z.string().max(20_000_000, 'The file is over 20 MB. Split it and import the parts.'),
  /** Whose export the file is said to be; any other is refused. Missing means either. */
  as: z.enum(['asana', 'trello']).optional(),
};

const taskRow = z.object({
  line: z.number().int(),
  title: z.string(),
  /** As the file names them, and who of the team that is. */
  owner: z.string(),
  ownerId: s.id.nullable(),
  due: s.day.nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  milestone: z.boolean(),
  /** Sentence about what is wrong with the row; such a row is not imported. */
  error: z.string().nullable(),
  /** new = would be created, same = already here and equal, changed = here with other values. */
  effect: z.enum(['new', 'same', 'changed', 'none']),
});

const counts = { fresh: z.number().int(), changed: z.number().int(), same: z.number().int(), errors: z.number().int() };

/** Imports of what other tools export. */
export const exchangeCommands = {
  /** What importing a task export of Asana or Trello would do; `source` is null for any other file. */
  'import.previewTasks': {
    params: z.object(file),
    result: z.object({ source: z.enum(['asana', 'trello']).nullable(), rows: z.array(taskRow), ...counts }),
  },
  'import.applyTasks': {
    params: z.object(file),
    result: z.object(counts),
  },
} as const;
