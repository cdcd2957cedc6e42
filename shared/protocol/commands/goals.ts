import { z } from 'zod';
import * as s from '../shapes.ts';

const created = z.object({ id: s.id });
const nothing = z.object({});

const keyResultInput = z.object({
  title: s.title,
  type: s.keyResultType,
  unit: z.string().max(24).default(''),
  start: z.number(),
  target: z.number(),
  direction: z.enum(['at-least', 'at-most']).default('at-least'),
  weight: z.number().min(0).max(1000).default(1),
  ownerId: s.id.nullable().default(null),
});

/** Commands on cycles, objectives and key results. */
export const goalCommands = {
  'cycle.create': { params: z.object({ title: s.title, start: s.day, end: s.day }), result: created },
  'cycle.update': {
    params: z.object({
      id: s.id,
      base: s.heads,
      title: s.title.optional(),
      start: s.day.optional(),
      end: s.day.optional(),
      state: z.enum(['open', 'closed']).optional(),
    }),
    result: nothing,
  },
  'objective.create': {
    params: z.object({
      title: s.title,
      description: s.prose.default(''),
      cycleId: s.id,
      ownerId: s.id.nullable(),
      contributorIds: z.array(s.id).max(50).default([]),
      parentId: s.id.nullable().default(null),
      state: z.enum(['draft', 'active']).default('active'),
      rollUp: s.rollUp.default('key-results'),
      keyResults: z.array(keyResultInput).max(20).default([]),
      deliverable: z.string().max(2000).default(''),
      doneMeans: z.string().max(2000).default(''),
    }),
    result: z.object({ id: s.id, keyResultIds: z.array(s.id) }),
  },
  'objective.update': {
    params: z.object({
      id: s.id,
      base: s.heads,
      title: s.title.optional(),
      description: s.prose.optional(),
      ownerId: s.id.nullable().optional(),
      contributorIds: z.array(s.id).max(50).optional(),
      parentId: s.id.nullable().optional(),
      state: z.enum(['draft', 'active']).optional(),
      rollUp: s.rollUp.optional(),
      manualProgress: z.number().min(0).max(1).nullable().optional(),
      due: s.day.nullable().optional(),
      deliverable: z.string().max(2000).optional(),
      doneMeans: s.prose.optional(),
      acceptedById: s.id.nullable().optional(),
    }),
    result: nothing,
  },
  'objective.close': {
    params: z.object({ id: s.id, base: s.heads, score: z.number().min(0).max(1), reflection: s.prose }),
    result: nothing,
  },
  /** Says that what was agreed is there; only the person who is named to accept it. */
  'objective.accept': { params: z.object({ id: s.id, base: s.heads, accepted: z.boolean() }), result: nothing },
  /**
   * Begins the same objective in another cycle, linked to the one it goes on with. `unfinished` leaves key results out
   * that are reached, and starts the rest where they stand. Asking twice answers with the first.
   */
  'objective.copy': {
    params: z.object({ id: s.id, cycleId: s.id, unfinished: z.boolean() }),
    result: created,
  },
  /**
   * Scores and closes the named objectives with their reflections, begins again what goes on, and closes the cycle, all
   * or none.
   */
  'cycle.close': {
    params: z.object({
      id: s.id,
      base: s.heads,
      goals: z
        .array(z.object({ id: s.id, base: s.heads, score: z.number().min(0).max(1), reflection: s.prose }))
        .max(1000),
      carry: z
        .object({
          /** Which goals of this cycle go on, each with its key results that are not reached. */
          goalIds: z.array(s.id).min(1).max(1000),
          /** Where: in an open cycle, or in a new one. */
          into: z.union([z.object({ cycleId: s.id }), z.object({ title: s.title, start: s.day, end: s.day })]),
        })
        .nullable()
        .default(null),
    }),
    result: z.object({ intoId: s.id.nullable() }),
  },
  'keyResult.add': {
    params: z.object({ objectiveId: s.id, base: s.heads, keyResult: keyResultInput }),
    result: created,
  },
  'keyResult.update': {
    params: z.object({
      objectiveId: s.id,
      keyResultId: s.id,
      base: s.heads,
      title: s.title.optional(),
      unit: z.string().max(24).optional(),
      start: z.number().optional(),
      target: z.number().optional(),
      weight: z.number().min(0).max(1000).optional(),
      ownerId: s.id.nullable().optional(),
      archived: z.boolean().optional(),
    }),
    result: nothing,
  },
  'keyResult.progress': {
    params: z.object({
      objectiveId: s.id,
      keyResultId: s.id,
      base: s.heads,
      value: z.number(),
      confidence: s.confidence.nullable(),
      projection: z.number().nullable(),
      note: z.string().max(4000).default(''),
    }),
    result: created,
  },
} as const;
