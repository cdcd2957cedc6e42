import { z } from 'zod';

export const reminderKind = z.enum([
  'check-in',
  'norm',
  'blocker',
  'urgent',
  'task',
  'stale-goal',
  'one-on-one',
  'cycle',
]);

/** Hours of every day in which nobody wants to be reminded, "12:00-13:00"; "22:00-06:00" ends the next day. */
export const quietHours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/)
  .refine((hours) => hours.slice(0, 5) !== hours.slice(6));

/** What a device may say, and when not. Each device has its own. */
export const reminderSettings = z.object({
  /** Kinds that are switched off. */
  off: z.array(reminderKind).max(20),
  /** The day in one reminder every morning. */
  digest: z.boolean(),
  quiet: quietHours.nullable(),
});

export type ReminderSettings = z.infer<typeof reminderSettings>;
