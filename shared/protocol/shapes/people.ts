import { z } from 'zod';
import { conflict, day, heads, id } from './basics.ts';

export const role = z.enum(['owner', 'admin', 'member', 'guest']);
export const leaveReason = z.enum(['leave', 'holiday', 'other']);

/** Months that records of each group are kept; 0 keeps them for good. */
export const retention = z.object({
  checkIns: z.number().int().min(0).max(120),
  feedback: z.number().int().min(0).max(120),
  comments: z.number().int().min(0).max(120),
});

/** Stated hours of one weekday, "09:00-17:00", or null for a day off; index 0 is Monday. */
export const workingHours = z
  .array(
    z
      .string()
      .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
      .nullable(),
  )
  .length(7);

export const person = z.object({
  id,
  name: z.string(),
  title: z.string(),
  place: z.string(),
  timeZone: z.string(),
  workingHours,
  /** Leave and public holidays that are not over, and those of the last weeks; sorted. `name` is that of a holiday. */
  daysOff: z.array(z.object({ start: day, end: day, reason: leaveReason, name: z.string() })),
  /** Whose public holidays are theirs: a country or a country's region, such as PT or DE-BY; empty for none. */
  holidays: z.string(),
  standardHours: z.number(),
  urgentHours: z.number(),
  howToWorkWithMe: z.string(),
  role,
  managerId: id.nullable(),
  /** A provisional member has joined with a link and waits for an admin's device to accept by itself. */
  state: z.enum(['provisional', 'member', 'removed']),
  me: z.boolean(),
  /** The person's own record, which is not named by the person's id; null while it has not arrived. */
  recordId: id.nullable(),
  /** Heads of the person record, to edit against; empty while the record has not arrived. */
  heads,
  conflicts: z.array(conflict),
});

export const leave = z.object({
  id,
  personId: id,
  start: day,
  end: day,
  reason: leaveReason,
  note: z.string(),
  cancelled: z.boolean(),
  heads,
});

export type Role = z.infer<typeof role>;
export type WorkingHours = z.infer<typeof workingHours>;
export type PersonView = z.infer<typeof person>;
export type LeaveView = z.infer<typeof leave>;
