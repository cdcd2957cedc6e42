import { z } from 'zod';
import { reminderSettings } from '#shared/protocol/index.ts';

/** Where a device keeps what it knows of reminders, among its local state. */
export const reminderStateKey = 'reminders';

const times = z.record(z.string(), z.number());

const reminderState = z.object({
  settings: reminderSettings,
  /** When each was said, put off until, or dismissed; by key, in milliseconds since the epoch. */
  told: times,
  snoozed: times,
  dismissed: times,
  digestDay: z.string().nullable(),
});

export type ReminderState = z.infer<typeof reminderState>;

const fresh: ReminderState = {
  settings: { off: [], digest: true, quiet: null },
  told: {},
  snoozed: {},
  dismissed: {},
  digestDay: null,
};

/** What a device remembers; a device that never reminded, or whose note cannot be read, begins anew. */
export const parseReminderState = (text: string | null): ReminderState => {
  if (text === null) return fresh;
  try {
    const read = reminderState.safeParse(JSON.parse(text));
    return read.success ? read.data : fresh;
  } catch {
    // Written by this device alone; the worst that is lost is that something is said a second time.
    return fresh;
  }
};
