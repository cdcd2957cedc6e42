import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});
const created = z.object({ id: s.id });
const question = z.string().trim().min(1, 'Write the question.').max(300, 'Keep the question under 300 characters.');

/** Commands on questions to people. */
export const requestCommands = {
  'request.ask': {
    params: z.object({
      toId: s.id,
      question,
      text: s.prose.default(''),
      urgent: z.boolean().default(false),
      /** The record it is about. */
      targetId: s.id.nullable().default(null),
      /** `pair`: the two of them; `team`: everybody. */
      readers: z.enum(['pair', 'team']).default('pair'),
      /** Whom the text names after an `@`. */
      mentions: s.mentions.default([]),
    }),
    result: created,
  },
  /** Without words: answered elsewhere. */
  'request.answer': {
    params: z.object({ id: s.id, base: s.heads, text: s.prose.default(''), mentions: s.mentions.default([]) }),
    result: created,
  },
  'request.withdraw': { params: z.object({ id: s.id, base: s.heads }), result: nothing },
  'request.reopen': { params: z.object({ id: s.id, base: s.heads }), result: nothing },
  /** The result is the request that goes on: another one where it was private. */
  'request.handOn': { params: z.object({ id: s.id, base: s.heads, toId: s.id }), result: created },
  'request.update': {
    params: z.object({
      id: s.id,
      base: s.heads,
      question: question.optional(),
      text: s.prose.optional(),
      urgent: z.boolean().optional(),
      /** Whom it waits for from now on, where it is somebody else; as with `request.handOn`. */
      toId: s.id.optional(),
      mentions: s.mentions.optional(),
    }),
    result: created,
  },
} as const;
