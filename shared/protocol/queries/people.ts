import { z } from 'zod';
import * as s from '../shapes.ts';

/** Queries of 1:1s, requests for feedback, badges and notes. */
export const peopleQueries = {
  /** The 1:1 between the reader and one person: what is open, what was dealt with, and the notes by date, newest first. */
  agenda: {
    params: z.object({ personId: s.id }),
    result: z.object({
      today: s.day,
      open: z.array(s.agendaItem),
      /** Ticked off and decided, newest first. */
      settled: z.array(s.agendaItem),
      meetings: z.array(s.meeting),
      audience: s.audience.nullable(),
      mayWrite: z.boolean(),
    }),
  },
  /** Open ones first, what runs out first on top; then the newest that were settled. With one person only, if named. */
  feedbackRequests: {
    params: z.object({ personId: s.id.optional() }),
    result: z.object({
      forMe: z.array(s.feedbackRequest),
      byMe: z.array(s.feedbackRequest),
      settled: z.array(s.feedbackRequest),
    }),
  },
  /** Badges that were given: to or by a person, for a milestone, or for the milestones of a goal; newest first. */
  awards: {
    params: z.object({ personId: s.id.optional(), milestoneId: s.id.optional(), objectiveId: s.id.optional() }),
    result: z.object({ awards: z.array(s.award) }),
  },
  /** Finished milestones whose badge the reader could give: one, or those that a person had a part in; newest first. */
  awardable: {
    params: z.object({ personId: s.id.optional(), milestoneId: s.id.optional() }),
    result: z.object({
      milestones: z.array(
        z.object({
          id: s.id,
          title: s.title,
          doneAt: s.time.nullable(),
          /** Who had a part, and who of them has the badge from the reader already. */
          people: z.array(
            z.object({
              personId: s.id,
              parts: z.array(z.enum(['owner', 'task', 'key-result', 'goal'])),
              given: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  },
  /** Whose public holidays a person can choose: countries, the regions of the chosen one, and what is coming there. */
  holidayPlaces: {
    params: z.object({ code: z.string().max(16).default('') }),
    result: z.object({
      /** False while the calendar is being read. */
      ready: z.boolean(),
      countries: z.array(z.string()),
      regions: z.array(z.object({ code: z.string(), name: z.string() })),
      days: z.array(z.object({ start: s.day, end: s.day, name: z.string() })),
    }),
  },
  /** What the reader wrote for themselves about a person, newest first. */
  notes: {
    params: z.object({ personId: s.id }),
    result: z.object({ notes: z.array(s.note), audience: s.audience.nullable() }),
  },
} as const;
