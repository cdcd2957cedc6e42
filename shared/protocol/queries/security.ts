import { z } from 'zod';
import { checkReport, keyPlace } from '../security-shapes.ts';

/** Queries on secrets at rest and on integrity. */
export const securityQueries = {
  /** How this machine keeps its keys and data. Answered also while the profile is locked or damaged. */
  security: {
    params: z.object({}),
    result: z.object({
      keys: keyPlace,
      /** Whether this host has a keychain the key could move to. */
      keychain: z.boolean(),
      locked: z.boolean(),
      /** Until when no passphrase is taken after wrong ones, by the engine's clock; null: at once. */
      waitUntil: z.number().nullable(),
      autoLockMinutes: z.number().nullable(),
      /** Whether everything readable on this disk is encrypted. */
      encrypted: z.boolean(),
      /** Milliseconds that opening took. */
      openMs: z.number(),
      /** Why the file cannot be opened; null when it can. */
      damage: z.string().nullable(),
      quickCheck: checkReport.nullable(),
      /** Share of a running complete check that is done, 0 to 100; null when none runs. */
      verifying: z.number().nullable(),
    }),
  },
} as const;
