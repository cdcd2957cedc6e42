import { z } from 'zod';
import * as s from '../shapes.ts';

/** Null where it may be done; otherwise the sentence that says why not. */
const whyNot = z.string().nullable();

/** What may be done to one person by whoever asks, and what to compare with them. */
const standing = z.object({
  personId: s.id,
  role: s.role,
  state: z.enum(['provisional', 'member', 'removed']),
  /** Digits in groups that both of us see alike, if nobody stands between us; null for oneself. */
  safetyNumber: z.string().nullable(),
  joinedAt: s.time,
  /** Who invited them; null for the founder. */
  invitedById: s.id.nullable(),
  devices: z.number().int(),
  may: z.object({
    remove: whyNot,
    handOver: whyNot,
    setManager: whyNot,
    /** Each role with why this person cannot be given it. */
    roles: z.object({ owner: whyNot, admin: whyNot, member: whyNot, guest: whyNot }),
  }),
});

/** Queries on membership beyond who is there. */
export const memberQueries = {
  membership: {
    params: z.object({}),
    result: z.object({
      /** Set once this device or its person is out: what they had stays, nothing new comes. */
      out: z
        .object({
          /** `relay`: only relays say so; the act itself has not reached this machine. */
          how: z.enum(['removed', 'left', 'device', 'turned-away', 'relay']),
          byId: s.id.nullable(),
          at: s.time.nullable(),
        })
        .nullable(),
      people: z.array(standing),
      /** Newcomers whom an admin has to accept. `byHand` false: an admin's device does it by itself. */
      waiting: z.array(
        z.object({
          personId: s.id,
          role: s.role,
          joinedAt: s.time,
          invitedById: s.id.nullable(),
          byHand: z.boolean(),
          safetyNumber: z.string(),
          may: whyNot,
        }),
      ),
      /** Who was removed or left, newest first. */
      gone: z.array(
        z.object({
          personId: s.id,
          how: z.enum(['removed', 'left', 'turned-away']),
          byId: s.id.nullable(),
          at: s.time.nullable(),
        }),
      ),
      /** Replacements of an owner that admins have begun to sign. */
      successions: z.array(
        z.object({
          personId: s.id,
          replacedId: s.id,
          signedBy: z.array(s.id),
          needed: z.number().int(),
          at: s.time,
          signedByMe: z.boolean(),
        }),
      ),
      succession: z.object({ may: whyNot, needed: z.number().int() }),
      leave: whyNot,
      checkpoint: whyNot,
      /** Spaces that somebody who is out could still read: they get new keys before anybody writes there again. */
      keysDue: z.number().int(),
    }),
  },
} as const;
