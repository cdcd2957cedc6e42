import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});
const created = z.object({ id: s.id });
const line = z.string().trim().min(1, 'Write something first.').max(500, 'Keep it under 500 characters.');

/** Commands of 1:1s, requests for feedback, badges and performance notes. */
export const peopleCommands = {
  /** For the 1:1 with `personId`; `sourceId` names the check-in, goal, feedback or comment that it comes from. */
  'agenda.add': {
    params: z.object({
      personId: s.id,
      text: line,
      sourceId: s.id.nullable().default(null),
      form: s.agendaForm.exclude(['decision']).default('topic'),
      ownerId: s.id.nullable().default(null),
      due: s.day.nullable().default(null),
      /** Whom the text names after an `@`. */
      mentions: s.mentions.default([]),
    }),
    result: created,
  },
  'agenda.update': {
    params: z.object({
      id: s.id,
      base: s.heads,
      text: line.optional(),
      /** An action has owner and due day, a decision its text. */
      form: s.agendaForm.optional(),
      ownerId: s.id.nullable().optional(),
      due: s.day.nullable().optional(),
      decision: z.string().max(4000, 'Keep the decision under 4,000 characters.').optional(),
      done: z.boolean().optional(),
      order: z.number().optional(),
      mentions: s.mentions.optional(),
    }),
    result: nothing,
  },
  /** Notes of one date; `base` null where the author saw none. */
  'meeting.write': {
    params: z.object({ personId: s.id, day: s.day, base: s.heads.nullable(), notes: s.prose }),
    result: created,
  },
  'feedback.request': {
    params: z.object({
      askedId: s.id,
      aboutId: s.id,
      prompt: z.string().trim().min(1, 'Say what to look at.').max(4000),
      /** A goal of the team that it is about. */
      goalId: s.id.nullable().default(null),
      urgent: z.boolean().default(false),
    }),
    result: created,
  },
  'feedback.settleRequest': {
    params: z.object({
      id: s.id,
      as: z.enum(['declined', 'withdrawn']),
      /** Why not, for whoever asked; of a decline only. */
      words: z.string().trim().max(300, 'Keep it under 300 characters.').default(''),
    }),
    result: nothing,
  },
  'badge.award': {
    params: z.object({
      milestoneId: s.id,
      toIds: z.array(s.id).min(1, 'Choose who took part.').max(50),
      title: z.string().trim().min(1, 'Name the badge.').max(120),
      value: z.string().max(60).default(''),
      words: z.string().max(1000).default(''),
    }),
    result: nothing,
  },
  /** Keeps this device quiet for two weeks about whose work has not been recognised. */
  'praise.later': { params: nothing, result: nothing },
  /** Read by its author alone. With `id` an earlier note is worded anew. */
  'note.write': {
    params: z.object({
      id: s.id.optional(),
      base: s.heads.optional(),
      aboutId: s.id,
      text: s.prose.min(1, 'Write something first.'),
      evidenceId: s.id.nullable().optional(),
    }),
    result: created,
  },
} as const;
