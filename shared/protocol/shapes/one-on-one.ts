import { z } from 'zod';
import { conflict, day, heads, id, time } from './basics.ts';

export const agendaForm = z.enum(['topic', 'action', 'decision']);

/** One line of a 1:1. */
export const agendaItem = z.object({
  id,
  text: z.string(),
  form: agendaForm,
  /** What it came from; `title` is null where the reader cannot open it. */
  source: z.object({ id, kind: z.string(), title: z.string().nullable() }).nullable(),
  byId: id.nullable(),
  at: time,
  ownerId: id.nullable(),
  due: day.nullable(),
  overdue: z.boolean(),
  decision: z.string(),
  doneAt: time.nullable(),
  /** The reader's calendar day of `doneAt`, or of `at` while it is open. */
  day,
  /** Dates of notes since it was put on the agenda: how often it was carried over. */
  carried: z.number().int(),
  order: z.number(),
  conflicts: z.array(conflict),
  heads,
});

/** Notes of one date of a 1:1. */
export const meeting = z.object({ id, day, notes: z.string(), updatedAt: time, conflicts: z.array(conflict), heads });

export type AgendaForm = z.infer<typeof agendaForm>;
export type AgendaItemView = z.infer<typeof agendaItem>;
export type MeetingView = z.infer<typeof meeting>;
