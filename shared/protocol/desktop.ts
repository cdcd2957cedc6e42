import { z } from 'zod';
import { protocolError } from './errors.ts';

/** Main to the engine's process. `window` comes with a port of the page in question. */
export const supervisorMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    /** The profile's folder: main decides which, because it keeps the folder's key. */
    directory: z.string(),
    /** The profile's key, 32 bytes in base64url, as the system's keychain keeps it; null where it keeps none. */
    key: z.string().nullable(),
    relays: z.array(z.string()),
    sample: z.boolean(),
    lan: z.boolean(),
    /** Whether main can be asked to keep the key in the system's keychain, or to forget it there. */
    keychain: z.boolean().optional(),
  }),
  /** Answer to the engine's question of the same number. */
  z.object({
    type: z.literal('keychain'),
    id: z.number(),
    key: z.string().nullable(),
    error: protocolError.nullable(),
  }),
  /** The machine is going to sleep, or its screen was locked. */
  z.object({ type: z.literal('lock') }),
  z.object({ type: z.literal('window') }),
  z.object({ type: z.literal('close') }),
]);

/** The engine's process to main. */
export const engineNotice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The profile cannot be opened; trying again would not help. */
  z.object({ type: z.literal('refused'), error: protocolError }),
  /** Asks main to do something with the profile's key in the system's keychain. */
  z.object({
    type: z.literal('keychain'),
    id: z.number(),
    act: z.enum(['load', 'save', 'destroy']),
    /** What to save, or what to forget and nothing else. */
    key: z.string().nullable(),
  }),
]);

export type SupervisorMessage = z.infer<typeof supervisorMessage>;
export type OpenMessage = Extract<SupervisorMessage, { type: 'open' }>;
export type KeychainQuestion = Extract<z.infer<typeof engineNotice>, { type: 'keychain' }>;
export type KeychainAnswer = Extract<SupervisorMessage, { type: 'keychain' }>;
export type EngineNotice = z.infer<typeof engineNotice>;
