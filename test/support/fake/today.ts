import type { AwayItem, GoalRow, NeedsMe } from '#shared/protocol/index.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';

const hour = 3_600_000;
const day = 24 * hour;
const everyone = fakePeople.map((person) => person.id);
const team = { kind: 'team', spaceId: fakeId('team'), readerIds: everyone } as const;

export const fakeGoal = (title: string, more: Partial<GoalRow>): GoalRow => ({
  id: fakeId(title),
  kind: 'key-result',
  objectiveId: fakeId('New teams publish unaided'),
  parentId: fakeId('New teams publish unaided'),
  depth: 1,
  title,
  ownerId: fakeId('Samira Qureshi'),
  state: 'active',
  progress: 0.5,
  notComputed: null,
  manual: false,
  projectedProgress: null,
  confidence: null,
  worst: null,
  metText: null,
  lastUpdateAt: fakeNow - 3 * day,
  stale: false,
  conflicts: 0,
  ...more,
});

export const fakeGoals: readonly GoalRow[] = [
  fakeGoal('First-run completion', { progress: 0.65, confidence: 'on-track' }),
  fakeGoal('Searches without a click', { progress: 0.26, confidence: 'at-risk', projectedProgress: 0.5 }),
  fakeGoal('Editor accessible by keyboard', { progress: 0.4 }),
];

export const fakePins: readonly GoalRow[] = [
  fakeGoal('First-run completion', { progress: 0.65, confidence: 'on-track' }),
  fakeGoal('Publish latency, p95', { progress: 0.39, confidence: 'at-risk' }),
];

export const fakeNeeds: readonly NeedsMe[] = [
  {
    key: 'blocker-1',
    kind: 'blocker',
    title: 'Which error states do we ship?',
    targetId: fakeId('check-in Haruto Ishikawa'),
    targetKind: 'check-in',
    fromId: fakeId('Haruto Ishikawa'),
    at: fakeNow - day,
    audience: team,
    norm: { leftMs: 1.96 * hour, totalMs: 4 * hour, dueAt: fakeNow + 1.77 * hour, urgent: true },
    detail: '',
  },
  {
    key: 'check-in-w20',
    kind: 'check-in',
    title: 'Check-in for week 20',
    targetId: fakeId('check-in W20'),
    targetKind: 'check-in',
    fromId: null,
    at: null,
    audience: team,
    norm: { leftMs: 8 * hour, totalMs: 9 * hour, dueAt: fakeNow + 8.8 * hour, urgent: false },
    detail: '4 plans from last week are filled in',
  },
  {
    key: 'ack-1',
    kind: 'acknowledge',
    title: 'Check-in of Bilal Ahmed, week 19',
    targetId: fakeId('check-in Bilal Ahmed'),
    targetKind: 'check-in',
    fromId: fakeId('Bilal Ahmed'),
    at: fakeNow - 2 * day,
    audience: team,
    norm: { leftMs: 14 * hour, totalMs: 24 * hour, dueAt: fakeNow + 30 * hour, urgent: false },
    detail: '',
  },
  {
    key: 'comment-1',
    kind: 'comment',
    title: 'Claire commented on New teams publish unaided',
    targetId: fakeId('New teams publish unaided'),
    targetKind: 'objective',
    fromId: fakeId('Claire Tremblay'),
    at: fakeNow - 5 * hour,
    audience: team,
    norm: { leftMs: 17 * hour, totalMs: 24 * hour, dueAt: fakeNow + 2 * day, urgent: false },
    detail: '',
  },
  {
    key: 'conflict-1',
    kind: 'conflict',
    title: 'New teams publish unaided',
    targetId: fakeId('New teams publish unaided'),
    targetKind: 'objective',
    fromId: fakeId('Claire Tremblay'),
    at: fakeNow - 5 * hour,
    audience: team,
    norm: null,
    detail: 'Two values of Target wait for a choice',
  },
  {
    key: 'stale-1',
    kind: 'stale-goal',
    title: 'Searches in the help centre without a click',
    targetId: fakeId('Searches without a click'),
    targetKind: 'objective',
    fromId: null,
    at: fakeNow - 15 * day,
    audience: team,
    norm: null,
    detail: 'No update since 28 April',
  },
];

const kindOfTarget: Readonly<Record<AwayItem['kind'], string>> = {
  joined: 'person',
  objective: 'objective',
  progress: 'objective',
  'check-in': 'check-in',
  comment: 'objective',
  acknowledgement: 'check-in',
  feedback: 'person',
  kudos: 'person',
  person: 'person',
  cycle: 'cycle',
  request: 'request',
  leave: 'person',
  'feedback-request': 'person',
  award: 'person',
};

const away = (
  kind: AwayItem['kind'],
  by: string,
  title: string,
  hoursAgo: number,
  more: Partial<AwayItem> = {},
): AwayItem => ({
  entryId: fakeId(`${kind} ${title}`),
  times: 1,
  goal: null,
  kind,
  byId: fakeId(by),
  targetId: fakeId(title),
  targetKind: kindOfTarget[kind],
  title,
  words: null,
  value: null,
  at: fakeNow - hoursAgo * hour,
  arrivedAt: fakeNow - 0.3 * hour,
  ...more,
});

export const fakeAway: readonly AwayItem[] = [
  away('progress', 'Haruto Ishikawa', 'Publish latency, p95', 0.6, {
    value: { from: '369 ms', to: '372 ms', confidence: 'at-risk', series: [480, 472, 446, 428, 396, 369, 372] },
  }),
  away('kudos', 'Wanjiru Kamau', 'Write it down', 16, {
    targetId: fakeId('Samira Qureshi'),
    words: 'The five-person test notes saved support a week of guessing.',
  }),
  away('comment', 'Claire Tremblay', 'New teams publish unaided', 5, {
    words: 'Can we count a team as unaided when it used the guide?',
  }),
  away('acknowledgement', 'Ana Moreira', 'week 19', 62),
  away('joined', 'Bilal Ahmed', 'Bilal Ahmed', 70),
];
