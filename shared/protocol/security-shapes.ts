import { z } from 'zod';

/** Where the key that opens a profile lies. */
export const keyPlace = z.enum(['key-file', 'passphrase', 'keychain']);

/** What a quick check looked at and found. */
export const checkReport = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  ms: z.number(),
  /** Whether everything a quick check covers was covered within its time. */
  complete: z.boolean(),
  logs: z.number(),
  signatures: z.number(),
  problems: z.array(z.object({ where: z.string(), sentence: z.string() })),
});

/** What a repair changed, and what it could not mend. */
export const repairReport = z.object({
  /** Records made anew from the log. */
  records: z.number(),
  /** Damaged entries that teammates and relays are now asked for. */
  wanted: z.number(),
  /** Damaged entries that came back while the repair waited for them. */
  restored: z.number(),
  /** What is still wrong, each with what it means. */
  left: z.array(z.object({ where: z.string(), sentence: z.string() })),
  ms: z.number(),
});

export type KeyPlace = z.infer<typeof keyPlace>;
export type CheckReport = z.infer<typeof checkReport>;
export type RepairReport = z.infer<typeof repairReport>;
