import { z } from 'zod';
import * as s from '../shapes.ts';

/** What a column of an imported table means. */
export const importRole = z.enum([
  'title',
  'owner',
  'priority',
  'actual',
  'projection',
  'score',
  'link',
  'start',
  'target',
  'unit',
  'type',
  'direction',
  'weight',
  'confidence',
  'objective',
  'ignore',
]);

const importSource = {
  fileName: z.string().max(300),
  text: z.string().max(20_000_000, 'The file is over 20 MB. Split it and import the parts.'),
  /** Which table of the file, counted from 0. */
  table: z.number().int().min(0).default(0),
  /** Role of each column, in order; missing means "guess". */
  mapping: z.array(importRole).optional(),
  cycleId: s.id.optional(),
  /** What the file is said to be; whatever does not fit is refused. Missing means either. */
  as: z.enum(['goals', 'meridian']).optional(),
};

const importRow = z.object({
  line: z.number().int(),
  kind: z.enum(['objective', 'key-result', 'skipped']),
  title: z.string(),
  owners: z.array(z.string()),
  actual: z.number().nullable(),
  projection: z.number().nullable(),
  score: z.number().nullable(),
  priority: z.string(),
  link: z.string(),
  /** Sentence about what is wrong with the row; such a row is not imported. */
  error: z.string().nullable(),
  /** new = would be created, same = already here and equal, changed = here with other values. */
  effect: z.enum(['new', 'same', 'changed', 'none']),
});

/** Commands that read tables of goals from files. */
export const importCommands = {
  'import.preview': {
    params: z.object(importSource),
    result: z.object({
      tables: z.array(
        z.object({
          index: z.number().int(),
          title: z.string(),
          columns: z.array(z.string()),
          rowCount: z.number().int(),
        }),
      ),
      columns: z.array(z.string()),
      mapping: z.array(importRole),
      /** Cells of the first rows as written, so that a column can be recognised. */
      samples: z.array(z.array(z.string())),
      rows: z.array(importRow),
      /** Period named by the file, such as "2019 Q2", to propose a cycle; null when none is found. */
      period: z.object({ title: z.string(), start: s.day, end: s.day }).nullable(),
      fresh: z.number().int(),
      same: z.number().int(),
      changed: z.number().int(),
      errors: z.number().int(),
    }),
  },
  'import.apply': {
    params: z.object({ ...importSource, newCycle: z.object({ title: s.title, start: s.day, end: s.day }).optional() }),
    result: z.object({
      created: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      skipped: z.number().int(),
      cycleId: s.id,
    }),
  },
} as const;

export type ImportRow = z.infer<typeof importRow>;
export type ImportRole = z.infer<typeof importRole>;
