import { z } from 'zod';

/** Ids and hashes are 32 bytes as base64url text; head sets are lists of Automerge change hashes in hex. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
export const heads = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64);
/** Calendar day, YYYY-MM-DD, without a zone. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** ISO week, such as 2026-W20. */
export const week = z.string().regex(/^\d{4}-W\d{2}$/);
/** Milliseconds since the epoch, claimed by the device that wrote. */
export const time = z.number().int();
export const title = z.string().trim().min(1, 'Give it a title.').max(300, 'Keep the title under 300 characters.');
export const prose = z.string().max(100_000, 'This text is over 100,000 characters. Attach it as a file or split it.');
export const confidence = z.enum(['on-track', 'at-risk', 'off-track']);
export const role = z.enum(['owner', 'admin', 'member', 'guest']);
export const keyResultType = z.enum(['number', 'percent', 'currency', 'boolean', 'milestone', 'threshold']);
export const visibility = z.enum(['recipient', 'recipient-and-manager', 'manager', 'everyone']);
export const objectiveState = z.enum(['draft', 'active', 'closed']);
export const rollUp = z.enum(['key-results', 'children', 'both', 'manual']);
export const planOutcome = z.enum(['open', 'done', 'carried', 'dropped']);

export const taskState = z.enum(['open', 'done', 'dropped']);
export const leaveReason = z.enum(['leave', 'holiday', 'other']);
export const agendaForm = z.enum(['topic', 'action', 'decision']);
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

/** Two sides of one field that were written without knowing of each other, until somebody picks. */
export const conflict = z.object({
  path: z.string(),
  kind: z.enum(['value', 'prose']),
  variants: z.array(
    z.object({
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      byId: id.nullable(),
      at: time,
      /** Heads that show this variant alone; prose only. */
      heads,
    }),
  ),
});

/** Who can read a record: exactly the holders of its space's key. */
export const audience = z.object({
  kind: z.enum(['self', 'named', 'team']),
  spaceId: id,
  readerIds: z.array(id),
});

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

/** Whom a text speaks to; only names that it uses after an `@` are kept. */
export const mentions = z.array(z.object({ personId: id, as: z.string().min(1).max(120) })).max(50);

export const comment = z.object({
  id,
  targetId: id,
  byId: id.nullable(),
  at: time,
  text: z.string(),
  /** Who is spoken to, and how the text names them. */
  mentions: z.array(z.object({ personId: id, as: z.string() })),
  editedAt: time.nullable(),
  heads,
  conflicts: z.array(conflict),
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

export const plan = z.object({
  id,
  text: z.string(),
  outcome: planOutcome,
  /** How many weeks it has been carried over so far. */
  carried: z.number().int(),
  keyResultId: id.nullable(),
});

export const norm = z.object({ leftMs: z.number(), totalMs: z.number(), dueAt: time, urgent: z.boolean() });

export const requestState = z.enum(['open', 'answered', 'withdrawn', 'handed-on']);

export const blocker = z.object({
  id,
  text: z.string(),
  /** Whom it waits for now. */
  waitsForId: id,
  urgent: z.boolean(),
  /** Where asking stands; null for one of before blockers were asked as requests. */
  request: z
    .object({
      id,
      state: requestState,
      closedAt: time.nullable(),
      norm: norm.nullable(),
      answers: z.array(comment.pick({ byId: true, at: true, text: true, mentions: true })),
      heads,
    })
    .nullable(),
});

export const checkInUpdate = z.object({
  keyResultId: id,
  value: z.number().nullable(),
  confidence: confidence.nullable(),
  projection: z.number().nullable(),
  note: z.string(),
});

export const checkIn = z.object({
  id,
  personId: id,
  week,
  lastPlans: z.array(plan),
  plans: z.array(plan),
  updates: z.array(checkInUpdate),
  /** What the key results that plans and updates name are called, as far as they are on this device. */
  keyResults: z.array(z.object({ id, objectiveId: id, title: z.string(), unit: z.string(), type: keyResultType })),
  blockers: z.array(blocker),
  question: z.string(),
  answer: z.string(),
  nothingChanged: z.boolean(),
  /** A week without a check-in, said by its author, with their reason or none. */
  skipped: z.boolean(),
  skipReason: z.string(),
  /** 1 to 5 where the author shared that one week's. */
  pulse: z.number().int().nullable(),
  submittedAt: time,
  acknowledgements: z.array(z.object({ byId: id.nullable(), at: time })),
  comments: z.array(comment),
  audience,
  heads,
});

export const feedback = z.object({
  id,
  aboutId: id,
  byId: id.nullable(),
  at: time,
  visibility,
  text: z.string(),
  /** The goal that it is about, where it is about one that is here. */
  goal: z.object({ id, title: z.string() }).nullable(),
  /** The request that it answers; null where it answers none, or one that the reader does not see. */
  requestId: id.nullable(),
  audience,
  heads,
});

export const feedbackRequest = z.object({
  id,
  fromId: id.nullable(),
  askedId: id,
  aboutId: id,
  prompt: z.string(),
  goal: z.object({ id, title: z.string() }).nullable(),
  urgent: z.boolean(),
  askedAt: time,
  state: z.enum(['open', 'answered', 'declined', 'withdrawn']),
  settledAt: time.nullable(),
  declineWords: z.string(),
  /** Null when it is settled, or the recipient states no working hours. */
  norm: z.object({ leftMs: z.number(), totalMs: z.number(), dueAt: time, urgent: z.boolean() }).nullable(),
  audience,
  heads,
});

export const kudos = z.object({
  id,
  toId: id,
  byId: id.nullable(),
  at: time,
  value: z.string(),
  text: z.string(),
  evidenceId: id.nullable(),
  evidenceTitle: z.string().nullable(),
  heads,
});

/** A milestone's badge as it was given. */
export const award = z.object({
  id,
  milestoneId: id,
  /** Null where the milestone is not on this device. */
  milestoneTitle: z.string().nullable(),
  toId: id,
  byId: id.nullable(),
  at: time,
  title: z.string(),
  value: z.string(),
  words: z.string(),
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

/** A performance note: its reader is its author. */
export const note = z.object({
  id,
  aboutId: id,
  at: time,
  editedAt: time.nullable(),
  text: z.string(),
  /** What it was seen in; `title` is null where that is not here. */
  evidence: z.object({ id, kind: z.string(), title: z.string().nullable() }).nullable(),
  heads,
  conflicts: z.array(conflict),
});

/** One task or milestone as lists show it. */
export const task = z.object({
  id,
  title: z.string(),
  ownerId: id.nullable(),
  milestone: z.boolean(),
  keyResult: z.object({ id, objectiveId: id, title: z.string() }).nullable(),
  due: day.nullable(),
  overdue: z.boolean(),
  state: taskState,
  doneAt: time.nullable(),
  /** The week it is planned for now. */
  week: week.nullable(),
  /** What became of it in the week that is looked at, when it was planned for that. */
  outcome: planOutcome.nullable(),
  carried: z.number().int(),
  acceptedById: id.nullable(),
  acceptedAt: time.nullable(),
  order: z.number(),
  conflicts: z.number().int(),
  heads,
  /** What the reader may do, from the table that judges entries. */
  mayEdit: z.boolean(),
  mayAccept: z.boolean(),
});

/** A task with its expectation card. */
export const taskDetail = task.extend({
  deliverable: z.string(),
  doneMeans: z.string(),
  note: z.string(),
  createdById: id.nullable(),
  createdAt: time,
  planned: z.array(z.object({ week, outcome: planOutcome })),
  comments: z.array(comment),
  audience,
  conflictList: z.array(conflict),
  readOnlyReason: z.string().nullable(),
});

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

/** Working milliseconds left in the recipient's own hours, of all that the norm gives. */
/** A question to a person. */
export const request = z.object({
  id,
  question: z.string(),
  text: z.string(),
  fromId: id,
  toId: id,
  /** Who handed it to them; null where whoever asked did. */
  handedById: id.nullable(),
  askedAt: time,
  urgent: z.boolean(),
  state: requestState,
  closedAt: time.nullable(),
  /** Null when it is settled, or the recipient states no working hours. */
  norm: norm.nullable(),
  target: z.object({ id, kind: z.string(), title: z.string() }).nullable(),
  /** It asks about a blocker of a check-in, which is the target where it is here. */
  blocker: z.boolean(),
  authorId: id.nullable(),
  audience,
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

export type Id = z.infer<typeof id>;
export type Confidence = z.infer<typeof confidence>;
export type Role = z.infer<typeof role>;
export type KeyResultType = z.infer<typeof keyResultType>;
export type Visibility = z.infer<typeof visibility>;
export type ObjectiveState = z.infer<typeof objectiveState>;
export type RollUp = z.infer<typeof rollUp>;
export type WorkingHours = z.infer<typeof workingHours>;
export type Conflict = z.infer<typeof conflict>;
export type Audience = z.infer<typeof audience>;
export type PersonView = z.infer<typeof person>;
export type ProgressUpdateView = z.infer<typeof progressUpdate>;
export type KeyResultView = z.infer<typeof keyResult>;
export type GoalRow = z.infer<typeof goalRow>;
export type CommentView = z.infer<typeof comment>;
export type ObjectiveView = z.infer<typeof objective>;
export type CycleView = z.infer<typeof cycle>;
export type PlanView = z.infer<typeof plan>;
export type BlockerView = z.infer<typeof blocker>;
export type CheckInUpdate = z.infer<typeof checkInUpdate>;
export type CheckInView = z.infer<typeof checkIn>;
export type FeedbackView = z.infer<typeof feedback>;
export type AwardView = z.infer<typeof award>;
export type GoalTemplateView = z.infer<typeof goalTemplate>;
export type NoteView = z.infer<typeof note>;
export type FeedbackRequestView = z.infer<typeof feedbackRequest>;
export type TaskView = z.infer<typeof task>;
export type TaskDetail = z.infer<typeof taskDetail>;
export type NormView = z.infer<typeof norm>;
export type RequestView = z.infer<typeof request>;
export type LeaveView = z.infer<typeof leave>;
export type AgendaForm = z.infer<typeof agendaForm>;
export type AgendaItemView = z.infer<typeof agendaItem>;
export type MeetingView = z.infer<typeof meeting>;
export type KudosView = z.infer<typeof kudos>;
