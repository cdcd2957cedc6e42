import { z } from 'zod';
import { audience, comment, confidence, heads, id, norm, time, week } from './basics.ts';
import { keyResultType } from './goals.ts';
import { requestState } from './requests.ts';

export const planOutcome = z.enum(['open', 'done', 'carried', 'dropped']);

export const plan = z.object({
  id,
  text: z.string(),
  outcome: planOutcome,
  /** How many weeks it has been carried over so far. */
  carried: z.number().int(),
  keyResultId: id.nullable(),
});

export const blocker = z.object({
  id,
  text: z.string(),
  /** Whom it waits for now. */
  waitsForId: id,
  urgent: z.boolean(),
  /** Where asking stands; null for one of before blockers were asked as requests. */
  request: z
    .object({
      id,
      state: requestState,
      closedAt: time.nullable(),
      norm: norm.nullable(),
      answers: z.array(comment.pick({ byId: true, at: true, text: true, mentions: true })),
      heads,
    })
    .nullable(),
});

export const checkInUpdate = z.object({
  keyResultId: id,
  value: z.number().nullable(),
  confidence: confidence.nullable(),
  projection: z.number().nullable(),
  note: z.string(),
});

export const checkIn = z.object({
  id,
  personId: id,
  week,
  lastPlans: z.array(plan),
  plans: z.array(plan),
  updates: z.array(checkInUpdate),
  /** What the key results that plans and updates name are called, as far as they are on this device. */
  keyResults: z.array(z.object({ id, objectiveId: id, title: z.string(), unit: z.string(), type: keyResultType })),
  blockers: z.array(blocker),
  question: z.string(),
  answer: z.string(),
  nothingChanged: z.boolean(),
  /** A week without a check-in, said by its author, with their reason or none. */
  skipped: z.boolean(),
  skipReason: z.string(),
  /** 1 to 5 where the author shared that one week's. */
  pulse: z.number().int().nullable(),
  submittedAt: time,
  acknowledgements: z.array(z.object({ byId: id.nullable(), at: time })),
  comments: z.array(comment),
  audience,
  heads,
});

export type PlanView = z.infer<typeof plan>;
export type BlockerView = z.infer<typeof blocker>;
export type CheckInUpdate = z.infer<typeof checkInUpdate>;
export type CheckInView = z.infer<typeof checkIn>;
