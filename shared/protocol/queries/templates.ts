import { z } from 'zod';
import * as s from '../shapes.ts';

/** Queries on templates of goals. */
export const templateQueries = {
  /** The team's own templates that are in use, by name. */
  goalTemplates: { params: z.object({}), result: z.object({ templates: z.array(s.goalTemplate) }) },
} as const;
