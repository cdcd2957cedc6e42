import { z } from 'zod';
import { reminderKind, reminderSettings } from '../reminder-shapes.ts';
import * as s from '../shapes.ts';
import { needKind } from './records.ts';

const reminder = z.object({
  key: z.string(),
  kind: reminderKind,
  /** When it came, or was put off to; within the reader's reminder time. */
  at: s.time,
  title: z.string(),
  fromId: s.id.nullable(),
  /** What it is about; a person's page is named by the person's id. */
  targetId: s.id,
  targetKind: z.string(),
  /** The kind of need it comes from; null where nothing on Today says the same. */
  need: needKind.nullable(),
  /** When that runs out. */
  dueAt: s.time.nullable(),
});

/** What this device has to say to its owner, computed here and offline. */
export const reminderQueries = {
  reminders: {
    params: z.object({}),
    result: z.object({
      /** What stands, newest first. */
      standing: z.array(reminder),
      /** Keys of what no window has said yet and may be said now. */
      tell: z.array(z.string()),
      /** The local day whose digest may be said now, and what is said with it. */
      digest: s.day.nullable(),
      inDigest: z.array(z.string()),
      /** Put off until a later time, soonest first. */
      later: z.array(reminder),
      /** Until when something can be put off from now. */
      snooze: z.array(z.object({ choice: z.enum(['later', 'tomorrow', 'monday']), until: s.time })),
      /** Whether this is a time for reminders; if not, the next one, null = none within a year. */
      mayRemind: z.boolean(),
      nextAt: s.time.nullable(),
      settings: reminderSettings,
      /** For the digest: how much waits, and the first of it; how much arrived since the reader last looked. */
      waiting: z.number().int(),
      arrived: z.number().int(),
    }),
  },
} as const;

export type ReminderView = z.infer<typeof reminder>;
