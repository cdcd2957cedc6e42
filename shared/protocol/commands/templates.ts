import { z } from 'zod';
import * as s from '../shapes.ts';

/** Commands on templates of goals. */
export const templateCommands = {
  'template.save': {
    params: z.object({
      title: s.title,
      description: z.string().max(4000).default(''),
      deliverable: z.string().max(2000).default(''),
      doneMeans: z.string().max(2000).default(''),
      keyResults: z.array(s.templateKeyResult).max(20).default([]),
    }),
    result: z.object({ id: s.id }),
  },
  'template.update': {
    params: z.object({ id: s.id, base: s.heads, title: s.title.optional(), archived: z.boolean().optional() }),
    result: z.object({}),
  },
} as const;
