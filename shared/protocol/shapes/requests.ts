import { z } from 'zod';
import { audience, conflict, heads, id, norm, time } from './basics.ts';

export const requestState = z.enum(['open', 'answered', 'withdrawn', 'handed-on']);

/** A question to a person. */
export const request = z.object({
  id,
  question: z.string(),
  text: z.string(),
  fromId: id,
  toId: id,
  /** Who handed it to them; null where whoever asked did. */
  handedById: id.nullable(),
  askedAt: time,
  urgent: z.boolean(),
  state: requestState,
  closedAt: time.nullable(),
  /** Null when it is settled, or the recipient states no working hours. */
  norm: norm.nullable(),
  target: z.object({ id, kind: z.string(), title: z.string() }).nullable(),
  /** It asks about a blocker of a check-in, which is the target where it is here. */
  blocker: z.boolean(),
  authorId: id.nullable(),
  audience,
  heads,
  conflicts: z.array(conflict),
});

export type RequestView = z.infer<typeof request>;
