import { z } from 'zod';
import { reminderSettings } from '../reminder-shapes.ts';
import * as s from '../shapes.ts';

const nothing = z.object({});
const keys = z.array(z.string().min(1).max(300)).max(2000);

/** Commands on reminders. They concern this device only and never become entries. */
export const reminderCommands = {
  /**
   * Takes it upon oneself to say something. Answers what nobody else has taken, so that of several windows one speaks,
   * and after a restart nothing is said again.
   */
  'reminders.claim': {
    params: z.object({ keys, digestDay: s.day.nullable().default(null) }),
    result: z.object({ keys: z.array(z.string()), digest: z.boolean() }),
  },
  'reminders.snooze': { params: z.object({ keys, until: s.time }), result: nothing },
  'reminders.dismiss': { params: z.object({ keys }), result: nothing },
  /** Takes a putting off or a dismissal back. */
  'reminders.restore': { params: z.object({ keys }), result: nothing },
  'reminders.set': { params: reminderSettings, result: nothing },
} as const;
