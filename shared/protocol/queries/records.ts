import { z } from 'zod';
import * as s from '../shapes.ts';

const syncPeer = z.object({
  personId: s.id,
  /** When this device last knew that person's machine to hold everything we then had; null = never. */
  syncedAt: s.time.nullable(),
  /** Entries written here that are not known to be on any of that person's machines. */
  waiting: z.number().int(),
  via: z.enum(['relay', 'lan', 'carried', 'none']),
});

const syncRelay = z.object({
  url: z.string(),
  state: z.enum(['connecting', 'synced', 'syncing', 'offline', 'refused']),
  since: s.time,
  nextTryAt: s.time.nullable(),
  sentence: z.string(),
});

const syncState = z.object({
  /** Entries written here that no relay and no teammate is known to hold. */
  pending: z.number().int(),
  relays: z.array(syncRelay),
  lan: z.object({
    enabled: z.boolean(),
    port: z.number().int().nullable(),
    addresses: z.array(z.string()),
    peers: z.array(z.object({ deviceId: s.id, personId: s.id.nullable(), since: s.time })),
  }),
  peers: z.array(syncPeer),
});

const needsMe = z.object({
  key: z.string(),
  kind: z.enum([
    'blocker',
    'check-in',
    'acknowledge',
    'stale-goal',
    'conflict',
    'comment',
    'task',
    'accept',
    'request',
    'mention',
    'feedback-request',
  ]),
  title: z.string(),
  /** Record to open, and its kind: where it is shown depends on it. A person's page is named by the person's id. */
  targetId: s.id,
  targetKind: z.string(),
  fromId: s.id.nullable(),
  at: s.time.nullable(),
  audience: s.audience.nullable(),
  /** Working milliseconds left in the reader's own hours, of all that the norm gives; null = no deadline. */
  norm: s.norm.nullable(),
  detail: z.string(),
});

export const needKind = needsMe.shape.kind;

const awayItem = z.object({
  entryId: s.id,
  /** How often its author did this to the same thing; it is told once, from where it began to how it stands. */
  times: z.number().int(),
  /** The goal it belongs to. */
  goal: z.object({ id: s.id, title: z.string() }).nullable(),
  kind: z.enum([
    'joined',
    'objective',
    'progress',
    'check-in',
    'comment',
    'acknowledgement',
    'feedback',
    'kudos',
    'person',
    'cycle',
    'request',
    'leave',
    'feedback-request',
    'award',
  ]),
  byId: s.id.nullable(),
  targetId: s.id,
  /** Kind of what `targetId` names; `person` where it is a person's id. */
  targetKind: z.string(),
  title: z.string(),
  words: z.string().nullable(),
  value: z
    .object({
      from: z.string().nullable(),
      to: z.string(),
      confidence: s.confidence.nullable(),
      series: z.array(z.number()),
    })
    .nullable(),
  at: s.time,
  arrivedAt: s.time,
});

const historyEntry = z.object({
  entryId: s.id,
  byId: s.id.nullable(),
  deviceName: z.string(),
  deviceId: s.id,
  claimedAt: s.time,
  /** When this device first held it, and through whom. */
  seenAt: s.time,
  seenVia: z.string(),
  /** The first entry by somebody else that was written with this one in sight, by its own clock. */
  witness: z.object({ at: s.time, byId: s.id.nullable() }).nullable(),
  /** The latest entry that its author had seen already when writing. */
  notBefore: z.object({ at: s.time, byId: s.id.nullable() }).nullable(),
  /** Where the claimed time disagrees with these, with its arrival, or with its own device's earlier entries. */
  warnings: z.array(z.enum(['after-arrival', 'after-witness', 'before-seen', 'before-own'])),
  verified: z.boolean(),
  state: z.enum(['applied', 'waiting', 'locked', 'deferred', 'quarantined', 'erased']),
  reason: z.string().nullable(),
  /** Of one’s own entries: no refusal if they can be undone, or why not. Null for the entries of others. */
  undo: z.object({ refusal: z.string().nullable() }).nullable(),
  changes: z.array(
    z.object({ path: z.string(), label: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
});

/** Queries on the team's records, on connections, and on a profile as a whole. */
export const recordQueries = {
  session: {
    params: z.object({}),
    result: z.object({
      /** `locked`: nothing can be read until `vault.unlock`. `damaged`: the file needs `repair.salvage` first. */
      state: z.enum(['empty', 'joining', 'ready', 'locked', 'damaged']),
      joining: z.string().nullable(),
      sample: z.boolean(),
      team: z
        .object({
          id: s.id,
          name: z.string(),
          standardHours: z.number(),
          urgentHours: z.number(),
          staleDays: z.number(),
          /** What check-ins ask, a week each in turn. */
          questions: z.array(z.string()),
          values: z.array(z.string()),
          heads: s.heads,
        })
        .nullable(),
      me: s.person.nullable(),
      version: z.string(),
      profileName: z.string(),
      /** Milliseconds since the epoch by the engine's clock, so that all windows agree. */
      now: s.time,
    }),
  },
  people: {
    params: z.object({}),
    result: z.object({
      people: z.array(s.person),
      invitations: z.array(
        z.object({
          id: s.id,
          /** Whom it is for; empty where nobody said. */
          name: z.string(),
          role: s.role,
          createdAt: s.time,
          expiresAt: s.time,
          createdById: s.id.nullable(),
          state: z.enum(['open', 'used', 'revoked', 'expired']),
          usedById: s.id.nullable(),
        }),
      ),
      mayInvite: z.boolean(),
      mayAdminister: z.boolean(),
    }),
  },
  today: {
    params: z.object({}),
    result: z.object({
      needsMe: z.array(needsMe),
      away: z.array(awayItem),
      awaySince: s.time.nullable(),
      goals: z.array(s.goalRow),
      expected: z.number().nullable(),
      /** For a manager: whose work has gone longest without recognition; null while nobody's has for long. */
      praiseGap: z
        .object({
          personId: s.id,
          lastAt: s.time.nullable(),
          days: z.number().int(),
          /** How many other reports it is so for. */
          more: z.number().int(),
        })
        .nullable(),
    }),
  },
  pins: { params: z.object({}), result: z.object({ items: z.array(s.goalRow) }) },
  cycles: { params: z.object({}), result: z.object({ cycles: z.array(s.cycle), currentId: s.id.nullable() }) },
  goals: {
    params: z.object({ cycleId: s.id }),
    /** Depth first, parents before children. */
    result: z.object({
      cycle: s.cycle.nullable(),
      expected: z.number(),
      dayOfCycle: z.number().int(),
      days: z.number().int(),
      rows: z.array(s.goalRow),
      /** Who contributes to which objective of the cycle; those without contributors are left out. */
      contributors: z.array(z.object({ objectiveId: s.id, personIds: z.array(s.id) })),
    }),
  },
  objective: {
    params: z.object({ id: s.id }),
    result: z.object({ objective: s.objective.nullable(), cycle: s.cycle.nullable() }),
  },
  checkInDraft: {
    params: z.object({ week: s.week.optional() }),
    /** What the check-in screen is filled with. `submitted` is set once this week's went out. */
    result: z.object({
      week: s.week,
      start: s.day,
      end: s.day,
      lastPlans: z.array(s.plan),
      plans: z.array(s.plan),
      /** Open tasks of Work that are planned for the week and stand in no plan of the week before. */
      tasks: z.array(s.plan),
      /** All of the week's working hours lie on days off: nothing is asked. */
      onLeave: z.boolean(),
      keyResults: z.array(s.keyResult),
      cycleEnd: s.day.nullable(),
      question: z.string(),
      /** JSON the screen saved with draft.save under `check-in/<week>`. */
      draft: z.string().nullable(),
      draftSavedAt: s.time.nullable(),
      submitted: s.checkIn.nullable(),
      audience: s.audience,
    }),
  },
  checkIns: {
    params: z.object({ personId: s.id.optional(), limit: z.number().int().max(200).default(20) }),
    result: z.object({ checkIns: z.array(s.checkIn) }),
  },
  checkIn: { params: z.object({ id: s.id }), result: z.object({ checkIn: s.checkIn.nullable() }) },
  /** One person's check-ins to read in a row, newest first, from one week to another; with the reader's own pulses. */
  journal: {
    params: z.object({ personId: s.id, from: s.week.optional(), to: s.week.optional() }),
    result: z.object({
      checkIns: z.array(s.checkIn),
      pulses: z.array(z.object({ week: s.week, value: z.number().int() })),
    }),
  },
  thread: {
    params: z.object({ personId: s.id }),
    result: z.object({
      person: s.person.nullable(),
      /** Feedback this reader may read, about or by that person, and kudos; newest first. */
      feedback: z.array(s.feedback),
      kudos: z.array(s.kudos),
      /** Readers each visibility would have if feedback about this person were written now; empty = not possible, with the sentence. */
      audiences: z.array(
        z.object({ visibility: s.visibility, readerIds: z.array(s.id), impossible: z.string().nullable() }),
      ),
      goals: z.array(s.goalRow),
    }),
  },
  draft: {
    params: z.object({ key: z.string().max(200) }),
    result: z.object({ value: z.string().nullable(), savedAt: s.time.nullable() }),
  },
  search: {
    params: z.object({
      /** Words; may be empty where something else narrows the search. */
      text: z.string().max(300),
      kinds: z.array(z.string().max(40)).max(40).optional(),
      /** Written by one of these people. */
      byIds: z.array(s.id).max(500).optional(),
      /** About, to or owned by one of these people. */
      aboutIds: z.array(s.id).max(500).optional(),
      cycleIds: z.array(s.id).max(500).optional(),
      /** First day, and first day that is too late, as the reader's calendar has them. */
      after: s.day.optional(),
      before: s.day.optional(),
      limit: z.number().int().max(100).default(20),
    }),
    result: z.object({
      hits: z.array(
        z.object({
          recordId: s.id,
          kind: z.string(),
          title: z.string(),
          /** Matches between \u0002 and \u0003. */ snippet: z.string(),
          byId: s.id.nullable(),
          at: s.time,
          audience: s.audience,
          /**
           * Where the hit is read: itself, what a comment is about, or the person whose thread holds it (`person`, by
           * the person's id).
           */
          open: z.object({ kind: z.string(), id: s.id }),
        }),
      ),
    }),
  },
  sync: { params: z.object({}), result: syncState },
  trust: {
    params: z.object({}),
    result: z.object({
      devices: z.array(
        z.object({
          id: s.id,
          name: z.string(),
          fingerprint: z.string(),
          thisDevice: z.boolean(),
          addedAt: s.time,
          keysIn: z.string(),
        }),
      ),
      spaces: z.array(z.object({ audience: s.audience, holds: z.string(), records: z.number().int() })),
      setAside: z.array(
        z.object({
          entryId: s.id,
          state: z.enum(['waiting', 'locked', 'deferred', 'quarantined']),
          reason: z.string(),
          byId: s.id.nullable(),
          at: s.time,
          /** Whether this reader may admit it, with all that its author wrote too late, by `member.extendCut`. */
          mayAdmit: z.boolean(),
          /** What this person had written in it, kept for them here; null for everything else. */
          kept: z.string().nullable(),
        }),
      ),
      forks: z.array(z.object({ logId: s.id, personId: s.id.nullable(), sentence: z.string() })),
      entries: z.number().int(),
      profilePath: z.string(),
      diskBytes: z.number(),
    }),
  },
  history: {
    params: z.object({ recordId: s.id }),
    result: z.object({
      title: z.string(),
      kind: z.string(),
      audience: s.audience.nullable(),
      /** Set where the record was erased: whose it was, who erased it, when and why. */
      erased: z
        .object({
          authorId: s.id.nullable(),
          byId: s.id.nullable(),
          at: s.time,
          why: z.enum(['asked', 'retention']),
        })
        .nullable(),
      entries: z.array(historyEntry),
    }),
  },
} as const;

export type SyncState = z.infer<typeof syncState>;
export type NeedsMe = z.infer<typeof needsMe>;
export type AwayItem = z.infer<typeof awayItem>;
export type HistoryEntry = z.infer<typeof historyEntry>;
