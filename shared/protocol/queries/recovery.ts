import { z } from 'zod';
import { backupPace } from '../commands/recovery.ts';
import * as s from '../shapes.ts';

/** Queries on the recovery phrase and on backups. */
export const recoveryQueries = {
  recovery: {
    params: z.object({}),
    result: z.object({
      phrase: z
        .object({
          setUpAt: s.time,
          fingerprint: z.string(),
          /** Whether the sealed kit that the phrase opens lies on this machine, and so on relays and with teammates. */
          kit: z.boolean(),
        })
        .nullable(),
      /** Whether the card that offers a phrase is to be shown. */
      offer: z.boolean(),
      /** After a restore, until it is put away: the machines that may be lost. */
      restored: z
        .object({
          at: s.time,
          from: z.enum(['relay', 'teammate', 'backup']),
          others: z.array(z.object({ id: s.id, name: z.string(), fingerprint: z.string() })),
        })
        .nullable(),
      backup: z.object({
        directory: z.string(),
        every: backupPace,
        keep: z.number().int(),
        /** What opens the files. Empty: none can be written yet. */
        opensWith: z.array(z.enum(['phrase', 'passphrase'])),
        last: z.object({ at: s.time, file: z.string(), bytes: z.number(), entries: z.number().int() }).nullable(),
        failure: z.object({ at: s.time, sentence: z.string() }).nullable(),
        nextAt: s.time.nullable(),
        running: z.boolean(),
      }),
    }),
  },
} as const;
