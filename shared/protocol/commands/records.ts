import { z } from 'zod';
import * as s from '../shapes.ts';

const created = z.object({ id: s.id });
const nothing = z.object({});

const personProfile = {
  name: z.string().trim().min(1, 'Say your name.').max(120),
  timeZone: z.string().min(1).max(64),
  workingHours: s.workingHours,
  title: z.string().max(120).default(''),
  place: z.string().max(120).default(''),
};

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

/** What a column of an imported table means. */
export const importRole = z.enum([
  'title',
  'owner',
  'priority',
  'actual',
  'projection',
  'score',
  'link',
  'start',
  'target',
  'unit',
  'type',
  'direction',
  'weight',
  'confidence',
  'objective',
  'ignore',
]);

const importSource = {
  fileName: z.string().max(300),
  text: z.string().max(20_000_000, 'The file is over 20 MB. Split it and import the parts.'),
  /** Which table of the file, counted from 0. */
  table: z.number().int().min(0).default(0),
  /** Role of each column, in order; missing means "guess". */
  mapping: z.array(importRole).optional(),
  cycleId: s.id.optional(),
};

const importRow = z.object({
  line: z.number().int(),
  kind: z.enum(['objective', 'key-result', 'skipped']),
  title: z.string(),
  owners: z.array(z.string()),
  actual: z.number().nullable(),
  projection: z.number().nullable(),
  score: z.number().nullable(),
  priority: z.string(),
  link: z.string(),
  /** Sentence about what is wrong with the row; such a row is not imported. */
  error: z.string().nullable(),
  /** new = would be created, same = already here and equal, changed = here with other values. */
  effect: z.enum(['new', 'same', 'changed', 'none']),
});

const verifyProblem = z.object({
  part: z.enum(['log', 'signature', 'hash', 'body', 'document', 'read-model', 'search', 'members', 'database']),
  where: z.string(),
  sentence: z.string(),
});

/** Commands on the team's records, on connections, and on a profile as a whole. */
export const recordCommands = {
  'team.create': {
    params: z.object({
      teamName: z.string().trim().min(1, 'Name the team.').max(120),
      person: z.object(personProfile),
      relayUrls: z.array(z.string()).max(8).default([]),
      /** What the team begins with, in the language of its founder; English without it. */
      questions: z.array(z.string().trim().min(1).max(300)).min(1).max(20).optional(),
      values: z.array(z.string().trim().min(1).max(60)).min(1).max(20).optional(),
    }),
    result: z.object({ teamId: s.id, personId: s.id }),
  },
  'team.join': {
    params: z.object({
      link: z.string().max(32_000),
      person: z.object(personProfile),
      address: z.string().max(200).optional(),
    }),
    result: z.object({ teamId: s.id, personId: s.id }),
  },
  /** Fills an empty profile with the sample team. */
  'team.sample': { params: z.object({}), result: z.object({ teamId: s.id, personId: s.id }) },
  /** Leaves the sample team: this profile is empty again. Refused for a real team. */
  'team.leaveSample': { params: z.object({}), result: nothing },
  'team.update': {
    params: z.object({
      base: s.heads,
      name: z.string().trim().min(1).max(120).optional(),
      standardHours: z.number().min(1).max(336).optional(),
      urgentHours: z.number().min(1).max(72).optional(),
      staleDays: z.number().int().min(1).max(365).optional(),
      /** What check-ins ask, a week each in turn, in this order. */
      questions: z.array(z.string().trim().min(1).max(300)).max(20).optional(),
      values: z.array(z.string().trim().min(1).max(60)).max(24).optional(),
      /** Months after which authors' own devices erase such records; 0 keeps them. */
      retention: s.retention.partial().optional(),
    }),
    result: nothing,
  },
  'invitation.create': {
    params: z.object({
      role: s.role.exclude(['owner']).default('member'),
      days: z.number().int().min(1).max(90).default(14),
      /** An admin compares the safety number and accepts the newcomer by hand. */
      approval: z.boolean().default(false),
    }),
    result: z.object({ id: s.id, link: z.string(), expiresAt: s.time }),
  },
  'invitation.revoke': { params: z.object({ id: s.id }), result: nothing },
  'member.setRole': { params: z.object({ personId: s.id, role: s.role }), result: nothing },
  'member.setManager': { params: z.object({ personId: s.id, managerId: s.id.nullable() }), result: nothing },
  'person.update': {
    params: z.object({
      base: s.heads,
      name: personProfile.name.optional(),
      title: z.string().max(120).optional(),
      place: z.string().max(120).optional(),
      timeZone: personProfile.timeZone.optional(),
      workingHours: s.workingHours.optional(),
      standardHours: z.number().min(1).max(336).optional(),
      urgentHours: z.number().min(1).max(72).optional(),
      howToWorkWithMe: s.prose.optional(),
      /** A country, or a country's region, such as PT or DE-BY; empty for none. */
      holidays: z.string().max(16).optional(),
    }),
    result: nothing,
  },
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
  /** Kept on this device only, at every keystroke; never an entry. */
  'draft.save': {
    params: z.object({ key: z.string().min(1).max(200), value: z.string().max(1_000_000) }),
    result: nothing,
  },
  'checkIn.submit': {
    params: z.object({
      week: s.week,
      lastPlans: z.array(s.plan).max(60),
      plans: z
        .array(
          z.object({
            id: s.id.optional(),
            text: s.title,
            carried: z.number().int().min(0).default(0),
            keyResultId: s.id.nullable().default(null),
          }),
        )
        .max(60),
      updates: z.array(s.checkInUpdate).max(60),
      blockers: z
        .array(z.object({ text: z.string().trim().min(1).max(4000), waitsForId: s.id, urgent: z.boolean() }))
        .max(30),
      /** Plans that somebody else is asked to take: they become tasks of theirs for the week. */
      handOvers: z
        .array(z.object({ text: s.title, toId: s.id, keyResultId: s.id.nullable().default(null) }))
        .max(30)
        .default([]),
      question: z.string().max(300),
      answer: s.prose,
      nothingChanged: z.boolean().default(false),
      /** 1 to 5; goes to the private space of its author. */
      pulse: z.number().int().min(1).max(5).nullable().default(null),
      /** Copies this week's pulse into the check-in, for everyone. Earlier ones stay private. */
      sharePulse: z.boolean().default(false),
    }),
    result: created,
  },
  'checkIn.skip': { params: z.object({ week: s.week, reason: z.string().max(300).default('') }), result: created },
  'checkIn.acknowledge': { params: z.object({ checkInId: s.id }), result: created },
  'comment.add': {
    params: z.object({
      targetId: s.id,
      text: s.prose.min(1, 'Write something first.'),
      mentions: s.mentions.default([]),
    }),
    result: created,
  },
  'comment.edit': {
    params: z.object({ id: s.id, base: s.heads, text: s.prose.min(1), mentions: s.mentions.optional() }),
    result: nothing,
  },
  'feedback.give': {
    params: z.object({
      aboutId: s.id,
      visibility: s.visibility,
      text: s.prose.min(1, 'Write something first.'),
      /** The request that it answers. */ requestId: s.id.optional(),
    }),
    result: created,
  },
  'kudos.give': {
    params: z.object({
      toId: s.id,
      value: z.string().max(60),
      text: s.prose.min(1, 'Say what for.'),
      evidenceId: s.id.nullable().default(null),
    }),
    result: created,
  },
  /** Picks one side, or a text written from both, of a conflicted field. */
  'conflict.resolve': {
    params: z.object({
      recordId: s.id,
      path: z.string(),
      base: s.heads,
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    }),
    result: nothing,
  },
  'away.markRead': { params: z.object({}), result: nothing },
  'pin.set': { params: z.object({ targetId: s.id, pinned: z.boolean() }), result: nothing },
  'relay.add': { params: z.object({ url: z.string().max(300) }), result: nothing },
  'relay.remove': { params: z.object({ url: z.string().max(300) }), result: nothing },
  'relay.retry': { params: z.object({}), result: nothing },
  'lan.set': { params: z.object({ enabled: z.boolean() }), result: nothing },
  /** Connects to a teammate's machine by host:port. */
  'lan.connect': { params: z.object({ address: z.string().min(3).max(200) }), result: nothing },
  'import.preview': {
    params: z.object(importSource),
    result: z.object({
      tables: z.array(
        z.object({
          index: z.number().int(),
          title: z.string(),
          columns: z.array(z.string()),
          rowCount: z.number().int(),
        }),
      ),
      columns: z.array(z.string()),
      mapping: z.array(importRole),
      /** Cells of the first rows as written, so that a column can be recognised. */
      samples: z.array(z.array(z.string())),
      rows: z.array(importRow),
      /** Period named by the file, such as "2019 Q2", to propose a cycle; null when none is found. */
      period: z.object({ title: z.string(), start: s.day, end: s.day }).nullable(),
      fresh: z.number().int(),
      same: z.number().int(),
      changed: z.number().int(),
      errors: z.number().int(),
    }),
  },
  'import.apply': {
    params: z.object({ ...importSource, newCycle: z.object({ title: s.title, start: s.day, end: s.day }).optional() }),
    result: z.object({
      created: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      skipped: z.number().int(),
      cycleId: s.id,
    }),
  },
  /** Writes a folder of Markdown, CSV and JSON; by default below the profile. */
  'export.write': {
    params: z.object({ directory: z.string().max(1000).optional() }),
    result: z.object({ directory: z.string(), files: z.number().int(), records: z.number().int() }),
  },
  'verify.run': {
    params: z.object({}),
    result: z.object({
      entries: z.number().int(),
      logs: z.number().int(),
      records: z.number().int(),
      ms: z.number(),
      problems: z.array(verifyProblem),
    }),
  },
  'rebuild.run': { params: z.object({}), result: z.object({ records: z.number().int(), ms: z.number() }) },
} as const;

export type ImportRow = z.infer<typeof importRow>;
export type ImportRole = z.infer<typeof importRole>;
export type VerifyProblem = z.infer<typeof verifyProblem>;
