import { z } from 'zod';
import { audience, comment, confidence, conflict, day, heads, id, time, title } from './basics.ts';

export const keyResultType = z.enum(['number', 'percent', 'currency', 'boolean', 'milestone', 'threshold']);
export const objectiveState = z.enum(['draft', 'active', 'closed']);
export const rollUp = z.enum(['key-results', 'children', 'both', 'manual']);

export const progressUpdate = z.object({
  id,
  keyResultId: id,
  value: z.number(),
  confidence: confidence.nullable(),
  projection: z.number().nullable(),
  note: z.string(),
  byId: id.nullable(),
  at: time,
});

export const keyResult = z.object({
  id,
  objectiveId: id,
  title: z.string(),
  type: keyResultType,
  unit: z.string(),
  start: z.number(),
  target: z.number(),
  /** For thresholds: keep at least or at most the target. */
  direction: z.enum(['at-least', 'at-most']),
  weight: z.number(),
  ownerId: id.nullable(),
  archived: z.boolean(),
  value: z.number(),
  /** 0 to 1; null when it cannot be computed, with `notComputed` saying why. */
  progress: z.number().nullable(),
  notComputed: z.string().nullable(),
  /** Value that the elapsed share of the cycle asks for; null for thresholds and booleans. */
  expectedValue: z.number().nullable(),
  confidence: confidence.nullable(),
  projection: z.number().nullable(),
  /** Progress that the projection would mean, 0 to 1. */
  projectedProgress: z.number().nullable(),
  forecast: z.object({ level: z.enum(['none', 'amber', 'red']), sentence: z.string() }),
  lastUpdateAt: time.nullable(),
  stale: z.boolean(),
  /** Newest last. */
  updates: z.array(progressUpdate),
});

/** One row of the goal tree: what the list needs and no more. */
export const goalRow = z.object({
  id,
  kind: z.enum(['objective', 'key-result']),
  objectiveId: id,
  parentId: id.nullable(),
  depth: z.number().int(),
  title: z.string(),
  ownerId: id.nullable(),
  state: objectiveState,
  progress: z.number().nullable(),
  notComputed: z.string().nullable(),
  manual: z.boolean(),
  projectedProgress: z.number().nullable(),
  confidence: confidence.nullable(),
  /** Worst confidence among children with how many share it; null for key results and childless objectives. */
  worst: z.object({ confidence: confidence.nullable(), count: z.number().int() }).nullable(),
  /** "Met, 99.94 %" for thresholds and booleans. */
  metText: z.string().nullable(),
  lastUpdateAt: time.nullable(),
  stale: z.boolean(),
  conflicts: z.number().int(),
});

export const objective = z.object({
  id,
  title: z.string(),
  description: z.string(),
  ownerId: id.nullable(),
  contributorIds: z.array(id),
  parentId: id.nullable(),
  parentTitle: z.string().nullable(),
  cycleId: id,
  state: objectiveState,
  rollUp,
  progress: z.number().nullable(),
  notComputed: z.string().nullable(),
  manualProgress: z.number().nullable(),
  manualById: id.nullable(),
  /** Share of the cycle's days that has passed, 0 to 1. */
  expected: z.number(),
  worst: goalRow.shape.worst,
  score: z.number().nullable(),
  reflection: z.string(),
  due: day.nullable(),
  deliverable: z.string(),
  doneMeans: z.string(),
  acceptedById: id.nullable(),
  acceptedAt: time.nullable(),
  /** What it goes on with, and what went on with it; titles as far as they are on this device. */
  carriedFrom: z.object({ id, title: z.string() }).nullable(),
  carriedTo: z.array(z.object({ id, title: z.string() })),
  keyResults: z.array(keyResult),
  comments: z.array(comment),
  audience,
  heads,
  conflicts: z.array(conflict),
  createdById: id.nullable(),
  createdAt: time,
  /** Set when an entry of a newer version of Meridian waits: the record shows but cannot be edited. */
  readOnlyReason: z.string().nullable(),
});

export const cycle = z.object({
  id,
  title: z.string(),
  start: day,
  end: day,
  state: z.enum(['open', 'closed']),
  heads,
});

/** A key result as a template has it: nobody's yet. */
export const templateKeyResult = z.object({
  title,
  type: keyResultType,
  unit: z.string().max(24),
  start: z.number(),
  target: z.number(),
  direction: z.enum(['at-least', 'at-most']),
  weight: z.number().min(0).max(1000),
});

/** A goal to begin others from. */
export const goalTemplate = z.object({
  id,
  title: z.string(),
  description: z.string(),
  deliverable: z.string(),
  doneMeans: z.string(),
  keyResults: z.array(templateKeyResult),
  byId: id.nullable(),
  mayChange: z.boolean(),
  heads,
});

export type KeyResultType = z.infer<typeof keyResultType>;
export type ObjectiveState = z.infer<typeof objectiveState>;
export type RollUp = z.infer<typeof rollUp>;
export type ProgressUpdateView = z.infer<typeof progressUpdate>;
export type KeyResultView = z.infer<typeof keyResult>;
export type GoalRow = z.infer<typeof goalRow>;
export type ObjectiveView = z.infer<typeof objective>;
export type CycleView = z.infer<typeof cycle>;
export type GoalTemplateView = z.infer<typeof goalTemplate>;
