import { z } from 'zod';
import * as s from '../shapes.ts';

const created = z.object({ id: s.id });

/** Commands on check-ins. */
export const checkInCommands = {
  'checkIn.submit': {
    params: z.object({
      week: s.week,
      lastPlans: z.array(s.plan).max(60),
      plans: z
        .array(
          z.object({
            id: s.id.optional(),
            text: s.title,
            carried: z.number().int().min(0).default(0),
            keyResultId: s.id.nullable().default(null),
          }),
        )
        .max(60),
      updates: z.array(s.checkInUpdate).max(60),
      blockers: z
        .array(z.object({ text: z.string().trim().min(1).max(4000), waitsForId: s.id, urgent: z.boolean() }))
        .max(30),
      /** Plans that somebody else is asked to take: they become tasks of theirs for the week. */
      handOvers: z
        .array(z.object({ text: s.title, toId: s.id, keyResultId: s.id.nullable().default(null) }))
        .max(30)
        .default([]),
      question: z.string().max(300),
      answer: s.prose,
      nothingChanged: z.boolean().default(false),
      /** 1 to 5; goes to the private space of its author. */
      pulse: z.number().int().min(1).max(5).nullable().default(null),
      /** Copies this week's pulse into the check-in, for everyone. Earlier ones stay private. */
      sharePulse: z.boolean().default(false),
    }),
    result: created,
  },
  'checkIn.skip': { params: z.object({ week: s.week, reason: z.string().max(300).default('') }), result: created },
  'checkIn.acknowledge': { params: z.object({ checkInId: s.id }), result: created },
} as const;
