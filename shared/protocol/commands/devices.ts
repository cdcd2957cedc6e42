import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});
const name = z.string().trim().min(1, 'Name the machine.').max(60, 'Keep the name under 60 characters.');

/** Commands on the devices of a person: pairing, naming, revoking. */
export const deviceCommands = {
  /** Opens a pairing code on this device; an earlier one ends. The code works once, for about ten minutes. */
  'device.pair.begin': {
    params: z.object({}),
    result: z.object({ code: z.string(), expiresAt: s.time }),
  },
  'device.pair.cancel': { params: z.object({}), result: nothing },
  /** The fingerprints are the same: adds the device that answered, and only that one. */
  'device.pair.confirm': { params: z.object({ deviceId: s.id }), result: nothing },
  /**
   * On an empty profile: answers a pairing code. Returns when the answer is on its way; the rest shows in `pairing`, and
   * in `session` once this machine belongs to the account.
   */
  'device.join': {
    params: z.object({ code: z.string().max(32_000), name, address: z.string().max(200).optional() }),
    result: z.object({ deviceId: s.id, fingerprint: z.string(), expiresAt: s.time }),
  },
  'device.join.cancel': { params: z.object({}), result: nothing },
  /** Names one of one's own devices. Names travel between one's own devices only. */
  'device.rename': { params: z.object({ deviceId: s.id, name }), result: nothing },
  /** Shuts a device out for good: one's own, or, for admins, that of somebody of at most their rank. */
  'device.revoke': { params: z.object({ deviceId: s.id }), result: nothing },
} as const;
