import { z } from 'zod';
import { checkReport, repairReport } from '../security-shapes.ts';

const passphrase = z.string().min(1, 'Enter the passphrase.').max(1000);
const none = z.object({});

/** Commands on secrets at rest: passphrase, lock, encryption of what is readable on disk, repair. */
export const securityCommands = {
  /** Opens a locked profile. Fails with `unauthorized` for a wrong passphrase, `locked` while a delay runs. */
  'vault.unlock': { params: z.object({ passphrase }), result: none },
  /** Forgets the keys until `vault.unlock`. Only a passphrase can open again what was locked. */
  'vault.lock': { params: none, result: none },
  /** The person is at the keyboard: the idle time begins anew. */
  'vault.active': { params: none, result: none },
  /** Keeps the profile key under a passphrase from now on; `current` when it is under one already. */
  'vault.setPassphrase': {
    params: z.object({
      passphrase: z.string().min(8, 'Use at least eight characters.').max(1000),
      current: passphrase.optional(),
    }),
    result: none,
  },
  /** Keeps the profile key in a file that only this user account can read. */
  'vault.useKeyFile': { params: z.object({ current: passphrase.optional() }), result: none },
  /** Keeps the profile key in the system's keychain, where the host has one. */
  'vault.useKeychain': { params: z.object({ current: passphrase.optional() }), result: none },
  /** Locks by itself after so many minutes without use; null never. */
  'vault.autoLock': { params: z.object({ minutes: z.int().min(1).max(1440).nullable() }), result: none },
  /** Encrypts everything readable on this disk, or stops doing so. Rewrites the profile. */
  'vault.encrypt': { params: z.object({ on: z.boolean() }), result: none },
  /** The check that every start makes, again. */
  'check.quick': { params: none, result: checkReport },
  /** Stops a running `verify.run`, which then fails with `conflict`. */
  'verify.cancel': { params: none, result: none },
  /** Makes anew what follows from the log, and fetches damaged entries again. */
  'repair.run': { params: none, result: repairReport },
} as const;
