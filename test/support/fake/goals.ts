import type {
  CycleView,
  GoalRow,
  KeyResultView,
  ObjectiveView,
  ProgressUpdateView,
  QueryResult,
} from '#shared/protocol/index.ts';
import { forecast, metText, progressOf, projectedProgress } from '#shared/domain/index.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';

const day = 86_400_000;
const begin = Date.parse('2026-04-01T09:00:00Z');
const expected = 42 / 91;
const everyone = fakePeople.map((person) => person.id);
export const fakeHeads = ['ab'.repeat(32)];

export const fakeCycles: readonly CycleView[] = [
  { id: fakeId('Q2 2026'), title: 'Q2 2026', start: '2026-04-01', end: '2026-06-30', state: 'open', heads: fakeHeads },
  { id: fakeId('Q1 2026'), title: 'Q1 2026', start: '2026-01-01', end: '2026-03-31', state: 'closed', heads: [] },
];

const updatesOf = (
  keyResultId: string,
  by: string,
  values: readonly number[],
  more: (index: number) => Partial<ProgressUpdateView>,
): ProgressUpdateView[] =>
  values.map((value, index) => ({
    id: fakeId(`update ${String(index)} of ${keyResultId}`),
    keyResultId,
    value,
    confidence: 'on-track',
    projection: null,
    note: '',
    byId: fakeId(by),
    at: index === values.length - 1 ? fakeNow - 32 * 60_000 : begin + index * 7 * day,
    ...more(index),
  }));

const keyResult = (
  objective: string,
  title: string,
  owner: string,
  values: readonly number[],
  more: Partial<KeyResultView> & { readonly said?: (index: number) => Partial<ProgressUpdateView> },
): KeyResultView => {
  const { said = () => ({}), ...fields } = more;
  const id = fakeId(title);
  const updates = updatesOf(id, owner, values, said);
  const last = updates.at(-1);
  const base = { type: 'number', unit: '', start: 0, target: 100, direction: 'at-least', ...fields } as const;
  const value = last?.value ?? base.start;
  const projection = last?.projection ?? null;
  const reported = last === undefined ? null : value;
  const paced = base.type !== 'threshold' && base.type !== 'boolean';
  return {
    id,
    objectiveId: fakeId(objective),
    title,
    weight: 1,
    ownerId: fakeId(owner),
    archived: false,
    value,
    ...progressOf(base, reported),
    expectedValue: paced ? base.start + (base.target - base.start) * expected : null,
    confidence: last?.confidence ?? null,
    projection,
    projectedProgress: projectedProgress(base, projection),
    forecast: forecast({ ...base, value: reported, projection, expected }),
    lastUpdateAt: last?.at ?? null,
    stale: false,
    updates,
    ...base,
  };
};

const objective = (
  title: string,
  owner: string,
  keyResults: readonly KeyResultView[],
  more: Partial<ObjectiveView> = {},
): ObjectiveView => ({
  id: fakeId(title),
  title,
  description: '',
  ownerId: fakeId(owner),
  contributorIds: [],
  parentId: fakeId('Teams start writing with ease'),
  parentTitle: 'Teams start writing with ease',
  cycleId: fakeId('Q2 2026'),
  state: 'active',
  rollUp: 'key-results',
  progress: 0.5,
  notComputed: null,
  manualProgress: null,
  manualById: null,
  expected,
  worst: null,
  score: null,
  reflection: '',
  due: null,
  deliverable: '',
  doneMeans: '',
  acceptedById: null,
  acceptedAt: null,
  carriedFrom: null,
  carriedTo: [],
  keyResults: [...keyResults],
  comments: [],
  audience: { kind: 'team', spaceId: fakeId('team'), readerIds: everyone },
  heads: fakeHeads,
  conflicts: [],
  createdById: fakeId(owner),
  createdAt: begin,
  readOnlyReason: null,
  ...more,
});

const api = 'Nobody notices the API';
const unaided = 'New teams publish unaided';
const guides = 'Our guides bring people in';
const offTrack = (): Partial<ProgressUpdateView> => ({ confidence: 'off-track' });
const unsaid = (): Partial<ProgressUpdateView> => ({ confidence: null });

/** The design's tree of goals, Kestrel in the second quarter of 2026. */
export const fakeObjectives: readonly ObjectiveView[] = [
  objective('Teams start writing with ease', 'Claire Tremblay', [], {
    description: 'A team that has never seen Kestrel publishes its first page in one sitting, without asking anybody.',
    parentId: null,
    parentTitle: null,
    rollUp: 'children',
    progress: 0.48,
    worst: { confidence: 'off-track', count: 1 },
  }),
  objective(
    unaided,
    'Claire Tremblay',
    [
      keyResult(unaided, 'First-run completion', 'Samira Qureshi', [40, 48, 55, 63], {
        type: 'percent',
        start: 40,
        target: 76,
        said: () => ({ projection: 76 }),
      }),
      keyResult(unaided, 'Median time to first page', 'Rafael Nogueira', [21, 19, 17, 16], {
        unit: 'min',
        start: 21,
        target: 8,
        said: () => ({ confidence: 'at-risk', projection: 13 }),
      }),
      keyResult(unaided, 'Searches without a click', 'Samira Qureshi', [30, 26], {
        type: 'percent',
        start: 30,
        target: 15,
        stale: true,
        lastUpdateAt: fakeNow - 15 * day,
        said: () => ({ confidence: 'at-risk', projection: 22 }),
      }),
    ],
    {
      progress: 0.43,
      worst: { confidence: 'at-risk', count: 2 },
      contributorIds: [fakeId('Samira Qureshi')],
      description: 'Every team that signs up publishes its first page without support.',
      comments: [
        {
          id: fakeId('comment 1'),
          targetId: fakeId(unaided),
          byId: fakeId('Claire Tremblay'),
          at: fakeNow - 5 * 3_600_000,
          text: 'Can we count a team as unaided when it used the guide?',
          mentions: [],
          editedAt: null,
          heads: fakeHeads,
          conflicts: [],
        },
        {
          id: fakeId('comment 2'),
          targetId: fakeId(unaided),
          byId: fakeId('Samira Qureshi'),
          at: fakeNow - 2 * 3_600_000,
          text: 'I would. The guide is part of the product; a person on the phone is not.',
          mentions: [],
          editedAt: fakeNow - 3_600_000,
          heads: fakeHeads,
          conflicts: [],
        },
      ],
      conflicts: [
        {
          path: `keyResults.${fakeId('First-run completion')}.target`,
          kind: 'value',
          variants: [
            { value: 76, byId: fakeId('Claire Tremblay'), at: fakeNow - 5 * 3_600_000, heads: [] },
            { value: 80, byId: fakeId('Samira Qureshi'), at: fakeNow - 6 * 3_600_000, heads: [] },
          ],
        },
        {
          path: 'description',
          kind: 'prose',
          variants: [
            {
              value: 'Every team that signs up publishes its first page without support.',
              byId: fakeId('Claire Tremblay'),
              at: fakeNow - 5 * 3_600_000,
              heads: ['01'.repeat(32)],
            },
            {
              value: 'Every new team publishes its first page within a day, without support.',
              byId: fakeId('Samira Qureshi'),
              at: fakeNow - 7 * 3_600_000,
              heads: ['02'.repeat(32)],
            },
          ],
        },
      ],
    },
  ),
  objective(
    api,
    'Ana Moreira',
    [
      keyResult(api, 'Publish latency, p95', 'Haruto Ishikawa', [480, 471, 446, 428, 396, 369, 372], {
        unit: 'ms',
        start: 480,
        target: 200,
        said: (index) =>
          index < 6
            ? { projection: 270 + (index % 2) * 30 }
            : {
                confidence: 'at-risk',
                projection: 300,
                note: 'The cache change is out, but the write path waits on one database. Without a second replica I do not see us below 300.',
              },
      }),
      keyResult(api, 'Publishing available', 'Haruto Ishikawa', [99.97, 99.92, 99.94], {
        type: 'threshold',
        unit: '%',
        target: 99.9,
      }),
      keyResult(api, 'Failed publishes per 1,000', 'Bilal Ahmed', [12, 11, 10], {
        start: 12,
        target: 3,
        said: () => ({ ...offTrack(), projection: 8 }),
      }),
    ],
    { progress: 0.54, worst: { confidence: 'off-track', count: 1 } },
  ),
  objective(
    guides,
    'Aroha Ngata',
    [
      keyResult(guides, 'Guides published', 'Aroha Ngata', [4, 9, 13], {
        target: 24,
        said: () => ({ projection: 25 }),
      }),
      keyResult(guides, 'Visits from search', 'Wanjiru Kamau', [9000, 10_400, 11_000], {
        start: 9000,
        target: 14_000,
        said: () => ({ projection: 14_200 }),
      }),
      keyResult(guides, 'Onboarding in two languages', 'Wanjiru Kamau', [1, 2], {
        type: 'milestone',
        target: 4,
        said: unsaid,
      }),
      keyResult(guides, 'Style guide agreed', 'Aroha Ngata', [], { type: 'boolean', target: 1 }),
    ],
    { progress: 0.48, worst: { confidence: 'on-track', count: 2 } },
  ),
  objective('Support answers in one day', 'Wanjiru Kamau', [], {
    parentId: null,
    parentTitle: null,
    progress: null,
    notComputed: 'There is no key result to compute from.',
    state: 'draft',
  }),
  objective('Payments work offline', 'Bilal Ahmed', [], {
    parentId: null,
    parentTitle: null,
    rollUp: 'manual',
    progress: 0.35,
    manualProgress: 0.35,
    manualById: fakeId('Claire Tremblay'),
  }),
  objective('A pricing page people trust', 'Claire Tremblay', [], {
    parentId: null,
    parentTitle: null,
    progress: 0.8,
    rollUp: 'manual',
    manualProgress: 0.8,
    manualById: fakeId('Claire Tremblay'),
    state: 'closed',
    score: 0.7,
    reflection: 'The three plans became two. What we underestimated was the time legal needs.',
    readOnlyReason: null,
  }),
];

const rowOf = (of: ObjectiveView): GoalRow => ({
  id: of.id,
  kind: 'objective',
  objectiveId: of.id,
  parentId: of.parentId,
  depth: of.parentId === null ? 0 : 1,
  title: of.title,
  ownerId: of.ownerId,
  state: of.state,
  progress: of.progress,
  notComputed: of.notComputed,
  manual: of.rollUp === 'manual',
  projectedProgress: null,
  confidence: of.worst?.confidence ?? null,
  worst: of.worst,
  metText: null,
  lastUpdateAt: null,
  stale: false,
  conflicts: of.conflicts.length,
});

const keyResultRow = (of: KeyResultView, depth: number): GoalRow => ({
  id: of.id,
  kind: 'key-result',
  objectiveId: of.objectiveId,
  parentId: of.objectiveId,
  depth,
  title: of.title,
  ownerId: of.ownerId,
  state: 'active',
  progress: of.progress,
  notComputed: of.notComputed,
  manual: false,
  projectedProgress: of.projectedProgress,
  confidence: of.confidence,
  worst: null,
  metText: metText(of, of.updates.at(-1)?.value ?? null),
  lastUpdateAt: of.lastUpdateAt,
  stale: of.stale,
  conflicts: 0,
});

export const fakeGoalRows: readonly GoalRow[] = fakeObjectives.flatMap((each) => [
  rowOf(each),
  ...each.keyResults.map((line) => keyResultRow(line, each.parentId === null ? 1 : 2)),
]);

/** Rows enough to prove that long lists are drawn whole. */
export const manyGoalRows = (count: number): readonly GoalRow[] =>
  Array.from({ length: count }, (_, index): GoalRow => {
    const parent = fakeId(`Objective ${String(index - (index % 10))}`);
    const first = fakeObjectives[1];
    const row = first === undefined ? undefined : rowOf(first);
    if (row === undefined) throw new Error('The invented goals are missing.');
    const top = index % 10 === 0;
    return {
      ...row,
      id: top ? parent : fakeId(`Key result ${String(index)}`),
      kind: top ? 'objective' : 'key-result',
      objectiveId: parent,
      parentId: top ? null : parent,
      depth: top ? 0 : 1,
      title: top ? `Objective ${String(index / 10 + 1)}` : `Key result ${String(index)}`,
      worst: top ? row.worst : null,
      conflicts: 0,
    };
  });

const q2 = fakeCycles[0] ?? null;

export const goalAnswers = (rows: readonly GoalRow[] = fakeGoalRows) => ({
  cycles: (): QueryResult<'cycles'> => ({ cycles: [...fakeCycles], currentId: fakeId('Q2 2026') }),
  goals: (params: Record<string, unknown>): QueryResult<'goals'> => ({
    cycle: fakeCycles.find((cycle) => cycle.id === params['cycleId']) ?? null,
    expected,
    dayOfCycle: 42,
    days: 91,
    contributors: [{ objectiveId: fakeId('Nobody notices the API'), personIds: [fakeId('Haruto Ishikawa')] }],
    rows: params['cycleId'] === fakeId('Q2 2026') ? [...rows] : [],
  }),
  objective: (params: Record<string, unknown>): QueryResult<'objective'> => {
    const id = params['id'];
    const found = fakeObjectives.find(
      (each) => each.id === id || each.keyResults.some((keyResultView) => keyResultView.id === id),
    );
    return { objective: found ?? null, cycle: found === undefined ? null : q2 };
  },
});
