import { z } from 'zod';
import * as s from '../shapes.ts';

const device = z.object({
  id: s.id,
  personId: s.id,
  /** What its person calls it; empty for devices of others, whose names do not travel. */
  name: z.string(),
  fingerprint: z.string(),
  thisDevice: z.boolean(),
  state: z.enum(['active', 'revoked', 'frozen']),
  addedAt: s.time,
  /** When and by whom it was shut out, as its author claimed. */
  revokedAt: s.time.nullable(),
  revokedById: s.id.nullable(),
  /** When it last said what it holds; null if this device never heard of it. */
  heardAt: s.time.nullable(),
  /** Where its keys lie, for this device. */
  keysIn: z.string(),
  /** Why the person at this device may not revoke it; null where they may. */
  whyNot: z.string().nullable(),
});

const offer = z.object({
  state: z.enum(['waiting', 'answered', 'conflict', 'sent', 'done', 'expired']),
  code: z.string(),
  expiresAt: s.time,
  answer: z.object({ deviceId: s.id, fingerprint: z.string(), name: z.string() }).nullable(),
});

const answering = z.object({
  state: z.enum(['connecting', 'waiting', 'opening', 'failed']),
  fingerprint: z.string(),
  expiresAt: s.time,
  teamName: z.string(),
  /** What is going on, or what went wrong. */
  sentence: z.string(),
});

/** Queries on devices and pairing. */
export const deviceQueries = {
  devices: {
    params: z.object({}),
    result: z.object({
      /** This person's devices, oldest first; revoked ones stay listed. */
      mine: z.array(device),
      /** Everybody else's. */
      others: z.array(device),
      /** Set on a device that was shut out: it shows what it has and takes no more writing. */
      out: z.object({ at: s.time, byId: s.id.nullable(), sentence: z.string() }).nullable(),
    }),
  },
  pairing: {
    params: z.object({}),
    result: z.object({
      /** The code that is open on this device, and what became of it. */
      offer: offer.nullable(),
      /** This empty profile answers a code. */
      answering: answering.nullable(),
    }),
  },
} as const;

export type DeviceView = z.infer<typeof device>;
export type PairingOfferView = z.infer<typeof offer>;
export type PairingAnswerView = z.infer<typeof answering>;
