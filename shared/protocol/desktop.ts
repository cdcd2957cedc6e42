import { z } from 'zod';
import { protocolError } from './errors.ts';

/** Main to the engine's process. `window` comes with a port of the page in question. */
export const supervisorMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    /** The profile's folder; null for the usual one of this system. */
    directory: z.string().nullable(),
    /** The profile's key, 32 bytes in base64url, as the system's keychain keeps it; null where it keeps none. */
    key: z.string().nullable(),
    relays: z.array(z.string()),
    sample: z.boolean(),
    lan: z.boolean(),
  }),
  z.object({ type: z.literal('window') }),
  z.object({ type: z.literal('close') }),
]);

/** The engine's process to main. */
export const engineNotice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The profile cannot be opened; trying again would not help. */
  z.object({ type: z.literal('refused'), error: protocolError }),
]);

export type SupervisorMessage = z.infer<typeof supervisorMessage>;
export type OpenMessage = Extract<SupervisorMessage, { type: 'open' }>;
export type EngineNotice = z.infer<typeof engineNotice>;
