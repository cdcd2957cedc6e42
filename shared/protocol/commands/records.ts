import { z } from 'zod';
import * as s from '../shapes.ts';

const created = z.object({ id: s.id });
const nothing = z.object({});

/** Commands on what people write to and about each other, on drafts and pins. */
export const recordCommands = {
  /** Kept on this device only, at every keystroke; never an entry. */
  'draft.save': {
    params: z.object({ key: z.string().min(1).max(200), value: z.string().max(1_000_000) }),
    result: nothing,
  },
  'comment.add': {
    params: z.object({
      targetId: s.id,
      text: s.prose.min(1, 'Write something first.'),
      mentions: s.mentions.default([]),
    }),
    result: created,
  },
  'comment.edit': {
    params: z.object({ id: s.id, base: s.heads, text: s.prose.min(1), mentions: s.mentions.optional() }),
    result: nothing,
  },
  'feedback.give': {
    params: z.object({
      aboutId: s.id,
      visibility: s.visibility,
      text: s.prose.min(1, 'Write something first.'),
      /** The request that it answers. */
      requestId: s.id.optional(),
      /** Whom the text names after an `@`. */
      mentions: s.mentions.default([]),
    }),
    result: created,
  },
  'kudos.give': {
    params: z.object({
      toId: s.id,
      value: z.string().max(60),
      text: s.prose.min(1, 'Say what for.'),
      evidenceId: s.id.nullable().default(null),
      /** Whom the text names after an `@`. */
      mentions: s.mentions.default([]),
    }),
    result: created,
  },
  /** Picks one side, or a text written from both, of a conflicted field. */
  'conflict.resolve': {
    params: z.object({
      recordId: s.id,
      path: z.string(),
      base: s.heads,
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    }),
    result: nothing,
  },
  'away.markRead': { params: z.object({}), result: nothing },
  'pin.set': { params: z.object({ targetId: s.id, pinned: z.boolean() }), result: nothing },
} as const;
