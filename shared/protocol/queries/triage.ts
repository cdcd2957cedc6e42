import { z } from 'zod';
import * as s from '../shapes.ts';

const norm = z.object({ leftMs: z.number(), totalMs: z.number(), dueAt: s.time, urgent: z.boolean() }).nullable();

/** One check-in in the manager's queue, under the most pressing of its reasons. */
const triageItem = z.object({
  checkInId: s.id,
  personId: s.id,
  week: s.week,
  at: s.time,
  group: z.enum(['blocked', 'fell', 'unread', 'acknowledged']),
  /** What in it waits for the reader, the most pressing first. */
  blockers: z.array(z.object({ id: s.id, text: z.string(), urgent: z.boolean(), norm })),
  /** Goals of which its author says less than before. */
  fell: z.array(z.object({ keyResultId: s.id, title: z.string(), from: s.confidence, to: s.confidence })),
  /** Plans of the week before, and how many of them were done. */
  planned: z.number().int(),
  done: z.number().int(),
  /** Plans that are carried over for the third time or more often. */
  carriedOften: z.number().int(),
  nothingChanged: z.boolean(),
  /** The first line of the answer to the team's question, or of a note. */
  words: z.string(),
});

const triageCell = z.object({
  week: s.week,
  /** `before` = the person was not in the team yet. */
  state: z.enum(['sent', 'unchanged', 'skipped', 'leave', 'none', 'running', 'before']),
  checkInId: s.id.nullable(),
  acknowledged: z.boolean(),
});

/** What a manager has of the week's check-ins. */
export const triageQueries = {
  triage: {
    params: z.object({}),
    result: z.object({
      /** The reader's present week. */
      week: s.week,
      /** How many people name the reader as their manager, and how many of them have checked in for the week. */
      reports: z.number().int(),
      submitted: z.number().int(),
      /** Blocked first by the time left, then fallen confidence, then unread, then what was acknowledged this week. */
      items: z.array(triageItem),
      /** Reports whose check-in of this week is not there, with the reason that hours and leave give. */
      missing: z.array(
        z.object({
          personId: s.id,
          reason: z.enum(['leave', 'not-started', 'not-due', 'open']),
          until: s.day.nullable(),
          dueAt: s.time.nullable(),
        }),
      ),
      /** The last weeks, oldest first, and a row of them for each report by name. */
      weeks: z.array(s.week),
      team: z.array(z.object({ personId: s.id, cells: z.array(triageCell) })),
    }),
  },
} as const;

export type TriageItem = z.infer<typeof triageItem>;
export type TriageCell = z.infer<typeof triageCell>;
