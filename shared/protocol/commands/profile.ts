import { z } from 'zod';

const verifyProblem = z.object({
  part: z.enum(['log', 'signature', 'hash', 'body', 'document', 'read-model', 'search', 'members', 'database']),
  where: z.string(),
  sentence: z.string(),
});

/** Commands on a profile as a whole. */
export const profileCommands = {
  /** Writes a folder of Markdown, CSV and JSON; by default below the profile. */
  'export.write': {
    params: z.object({ directory: z.string().max(1000).optional() }),
    result: z.object({ directory: z.string(), files: z.number().int(), records: z.number().int() }),
  },
  'verify.run': {
    params: z.object({}),
    result: z.object({
      entries: z.number().int(),
      logs: z.number().int(),
      records: z.number().int(),
      ms: z.number(),
      problems: z.array(verifyProblem),
    }),
  },
  'rebuild.run': { params: z.object({}), result: z.object({ records: z.number().int(), ms: z.number() }) },
} as const;

export type VerifyProblem = z.infer<typeof verifyProblem>;
