import type { CheckInView, KeyResultView, PlanView, QueryResult } from '#shared/protocol/index.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';

const hour = 3_600_000;
const day = 24 * hour;
const team = { kind: 'team', spaceId: fakeId('team'), readerIds: fakePeople.map((person) => person.id) } as const;

const plan = (text: string, carried = 0, outcome: PlanView['outcome'] = 'open'): PlanView => ({
  id: fakeId(text),
  text,
  outcome,
  carried,
  keyResultId: null,
});

const keyResult = (title: string, more: Partial<KeyResultView>): KeyResultView => ({
  id: fakeId(title),
  objectiveId: fakeId('New teams publish unaided'),
  title,
  type: 'percent',
  unit: '%',
  start: 0,
  target: 100,
  direction: 'at-least',
  weight: 1,
  ownerId: fakeId('Samira Qureshi'),
  archived: false,
  value: 0,
  progress: 0.5,
  notComputed: null,
  expectedValue: null,
  confidence: null,
  projection: null,
  projectedProgress: null,
  forecast: { level: 'none', sentence: '' },
  lastUpdateAt: fakeNow - 9 * day,
  stale: false,
  updates: [],
  ...more,
});

/** The key results of the design's check-in, and one of each kind that has no number to move. */
export const fakeKeyResults: readonly KeyResultView[] = [
  keyResult('First-run completion', {
    start: 41,
    target: 75,
    value: 58,
    expectedValue: 57,
    confidence: 'on-track',
    projection: 76,
    stale: true,
  }),
  keyResult('Searches without a click', {
    start: 34,
    target: 15,
    value: 29,
    expectedValue: 25,
    confidence: 'at-risk',
    stale: true,
  }),
  keyResult('The editor passes the audit', { type: 'boolean', unit: '', target: 1, progress: 0 }),
];

export const fakeLastPlans: readonly PlanView[] = [
  plan('Ship the shorter sign-up form to all new teams'),
  plan('Watch five first-time writers in the empty editor'),
  plan('Agree error states for token refresh', 1),
  plan('Write the guide on inviting a team', 2),
];

const checkIn = (name: string, week: string, more: Partial<CheckInView>): CheckInView => ({
  id: fakeId(`check-in ${name}`),
  personId: fakeId(name),
  week,
  lastPlans: [],
  plans: [],
  updates: [],
  keyResults: [],
  blockers: [],
  question: 'What should we stop doing?',
  answer: '',
  nothingChanged: false,
  skipped: false,
  skipReason: '',
  pulse: null,
  submittedAt: fakeNow - 2 * day,
  acknowledgements: [],
  comments: [],
  audience: team,
  heads: [],
  ...more,
});

export const fakeCheckIns: readonly CheckInView[] = [
  checkIn('Haruto Ishikawa', '2026-W20', {
    submittedAt: fakeNow - day,
    lastPlans: [
      plan('Cut the publish path to one write', 0, 'done'),
      plan('Move the cache', 1, 'carried'),
      plan('Retire the old queue', 0, 'dropped'),
    ],
    plans: [{ ...plan('Move the cache', 2), keyResultId: fakeId('Publish latency, p95') }, plan('Profile the save')],
    updates: [
      {
        keyResultId: fakeId('Publish latency, p95'),
        value: 372,
        confidence: 'at-risk',
        projection: 240,
        note: 'The cache did not help as much as the profile promised. I will move it closer to the writers.',
      },
      { keyResultId: fakeId('Nowhere'), value: 3, confidence: null, projection: null, note: '' },
    ],
    keyResults: [
      {
        id: fakeId('Publish latency, p95'),
        objectiveId: fakeId('Publishing feels instant'),
        title: 'Publish latency, p95',
        unit: 'ms',
        type: 'number',
      },
    ],
    blockers: [
      {
        id: fakeId('b'),
        text: 'Which error states do we ship?',
        waitsForId: fakeId('Samira Qureshi'),
        urgent: true,
        request: null,
      },
    ],
    answer: 'Two design reviews for the same screen. One, in writing, is enough.',
    comments: [
      {
        id: fakeId('comment on Haruto'),
        targetId: fakeId('check-in Haruto Ishikawa'),
        byId: fakeId('Claire Tremblay'),
        at: fakeNow - 5 * hour,
        text: 'Would it help to measure one region first?',
        mentions: [],
        editedAt: fakeNow - 4 * hour,
        heads: [],
        conflicts: [],
      },
      {
        id: fakeId('answer to Haruto'),
        targetId: fakeId('check-in Haruto Ishikawa'),
        byId: fakeId('Samira Qureshi'),
        at: fakeNow - hour,
        text: 'Three: expired, revoked, no network.',
        mentions: [],
        editedAt: null,
        heads: [],
        conflicts: [],
      },
    ],
  }),
  checkIn('Bilal Ahmed', '2026-W19', {
    nothingChanged: true,
    plans: [plan('Clean the event names', 1)],
    acknowledgements: [{ byId: fakeId('Ana Moreira'), at: fakeNow - 30 * hour }],
  }),
  checkIn('Samira Qureshi', '2026-W19', { submittedAt: fakeNow - 7 * day, plans: [...fakeLastPlans] }),
];

/** The check-in to write, as the design shows it before anything is typed. */
export const fakeCheckInDraft: QueryResult<'checkInDraft'> = {
  week: '2026-W20',
  start: '2026-05-11',
  end: '2026-05-17',
  lastPlans: [...fakeLastPlans],
  plans: [],
  tasks: [],
  onLeave: false,
  keyResults: [...fakeKeyResults],
  cycleEnd: '2026-06-30',
  question: 'What should we stop doing?',
  draft: null,
  draftSavedAt: fakeNow + 2 * 60_000,
  submitted: null,
  audience: team,
};
