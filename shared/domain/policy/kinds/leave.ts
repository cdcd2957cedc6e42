import type { LeaveRecord } from '../../../schema/index.ts';
import { daysBetween } from '../../time/day.ts';
import type { KindPolicy } from '../types.ts';
import { author, writer } from '../who.ts';

/** Longest stretch of days in one record: it bounds what a schedule has to look at. */
export const longestLeaveDays = 400;

/** Days off, schema 1: stated by the person themselves. */
export const leavePolicy: KindPolicy<LeaveRecord> = {
  create: writer,
  rules: [
    {
      path: 'personId',
      who: author,
      once: true,
      value: (value, here) => (value === here.signer.personId ? null : 'Everybody states their own days off.'),
    },
    { path: '*', who: author },
  ],
  whole: ({ after, ops }) => {
    // Two edits that met may have made a leave that ends before it starts; cancelling it stays possible.
    if (!ops.some(({ path }) => path === 'start' || path === 'end')) return null;
    const days = daysBetween(after.start, after.end);
    if (days < 0) return 'The leave ends before it starts.';
    return days >= longestLeaveDays
      ? `A leave lasts at most ${longestLeaveDays} days. Enter the rest as another.`
      : null;
  },
};
