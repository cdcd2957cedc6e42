import { z } from 'zod';
import { audience, conflict, heads, id, norm, time, visibility } from './basics.ts';

export const feedback = z.object({
  id,
  aboutId: id,
  byId: id.nullable(),
  at: time,
  visibility,
  text: z.string(),
  /** The goal that it is about, where it is about one that is here. */
  goal: z.object({ id, title: z.string() }).nullable(),
  /** The request that it answers; null where it answers none, or one that the reader does not see. */
  requestId: id.nullable(),
  audience,
  heads,
});

export const feedbackRequest = z.object({
  id,
  fromId: id.nullable(),
  askedId: id,
  aboutId: id,
  prompt: z.string(),
  goal: z.object({ id, title: z.string() }).nullable(),
  urgent: z.boolean(),
  askedAt: time,
  state: z.enum(['open', 'answered', 'declined', 'withdrawn']),
  settledAt: time.nullable(),
  declineWords: z.string(),
  /** Null when it is settled, or the recipient states no working hours. */
  norm: norm.nullable(),
  audience,
  heads,
});

export const kudos = z.object({
  id,
  toId: id,
  byId: id.nullable(),
  at: time,
  value: z.string(),
  text: z.string(),
  evidenceId: id.nullable(),
  evidenceTitle: z.string().nullable(),
  heads,
});

/** A milestone's badge as it was given. */
export const award = z.object({
  id,
  milestoneId: id,
  /** Null where the milestone is not on this device. */
  milestoneTitle: z.string().nullable(),
  toId: id,
  byId: id.nullable(),
  at: time,
  title: z.string(),
  value: z.string(),
  words: z.string(),
});

/** A performance note: its reader is its author. */
export const note = z.object({
  id,
  aboutId: id,
  at: time,
  editedAt: time.nullable(),
  text: z.string(),
  /** What it was seen in; `title` is null where that is not here. */
  evidence: z.object({ id, kind: z.string(), title: z.string().nullable() }).nullable(),
  heads,
  conflicts: z.array(conflict),
});

export type FeedbackView = z.infer<typeof feedback>;
export type AwardView = z.infer<typeof award>;
export type NoteView = z.infer<typeof note>;
export type FeedbackRequestView = z.infer<typeof feedbackRequest>;
export type KudosView = z.infer<typeof kudos>;
