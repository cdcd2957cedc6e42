import { dayOf, quarterOf } from '#shared/domain/index.ts';
import { toText } from '#shared/std/index.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { currentCycle, found } from '../ours.ts';
import { openBulk, type Bulk } from '#test/support/bulk.ts';

/** Records of the present cycle; all others belong to one that is closed. */
const present = 500;
/** Of so many records one is an objective, the others are comments on it. */
const perObjective = 5;

const itemId = (): string => toText(systemRandom.bytes(16));

/**
 * A profile of one team with `count` records: objectives of a long past and of the present cycle, and comments on
 * them. Every record is a signed, encrypted entry.
 */
export const fillProfile = async (directory: string, count: number, say: (line: string) => void): Promise<void> => {
  const profile = await found(directory, []);
  const current = await currentCycle(profile.engine);
  await profile.close();
  fillCycles(directory, { current, count, present }, say);
};

export interface Filling {
  /** Id of the cycle that the first objectives belong to. */
  readonly current: string;
  readonly count: number;
  /** How many of the records, comments included, belong to that cycle. */
  readonly present: number;
}

/** Adds records to a profile that is not open, most of them in a cycle that is long over. */
export const fillCycles = (directory: string, filling: Filling, say: (line: string) => void): void => {
  const { current, count } = filling;
  const bulk = openBulk(directory);
  let old = '';
  bulk.each(1, () => {
    old = bulk.write({ kind: 'cycle', key: bulk.ownKey(), edits: closedCycle() });
  });
  let objective = '';
  bulk.each(count, (nth) => {
    if (nth % perObjective === 0) {
      const edits = objectiveEdits(
        bulk,
        nth,
        nth < filling.present ? { cycleId: current, state: 'active' } : { cycleId: old, state: 'closed' },
      );
      objective = bulk.write({ kind: 'objective', key: bulk.ownKey(), edits });
    } else bulk.write({ kind: 'comment', key: bulk.ownKey(), edits: commentEdits(nth, objective) });
    if (nth > 0 && nth % 20_000 === 0) say(`  filled ${nth} of ${count} records`);
  });
  bulk.close();
};

const closedCycle = () => [
  { path: 'title', value: `Before ${quarterOf(dayOf(Date.now(), 'UTC')).title}` },
  { path: 'start', value: '2020-01-01' },
  { path: 'end', value: '2020-12-31' },
  { path: 'state', value: 'closed' },
];

const objectiveEdits = (bulk: Bulk, nth: number, at: { readonly cycleId: string; readonly state: string }) => {
  const keyResult = `keyResults.${itemId()}`;
  return [
    { path: 'title', value: `Objective ${nth} about ${words(nth)}` },
    { path: 'description', value: `Why ${words(nth + 7)} matters to ${words(nth + 3)}.` },
    { path: 'cycleId', value: at.cycleId },
    { path: 'ownerId', value: bulk.me },
    { path: 'state', value: at.state },
    { path: `${keyResult}.title`, value: `Measure ${words(nth + 1)}` },
    { path: `${keyResult}.type`, value: 'number' },
    { path: `${keyResult}.start`, value: 0 },
    { path: `${keyResult}.target`, value: 100 },
    { path: `${keyResult}.order`, value: 0 },
  ];
};

const commentEdits = (nth: number, objective: string) => [
  { path: 'targetId', value: objective },
  { path: 'targetKind', value: 'objective' },
  { path: 'text', value: `A remark on ${words(nth)}, and then on ${words(nth * 3)}.` },
];

/** `count` goals of `edits` entries each: one that makes it with a key result, the others report progress on it. */
export const fillGoals = (directory: string, cycleId: string, count: number, edits: number): void => {
  const bulk = openBulk(directory);
  const goals: { readonly key: Uint8Array; readonly keyResultId: string }[] = [];
  bulk.each(count, (nth) => {
    const [key, keyResultId] = [bulk.ownKey(), itemId()];
    const keyResult = `keyResults.${keyResultId}`;
    bulk.write({
      kind: 'objective',
      key,
      edits: [
        { path: 'title', value: `Objective ${nth}` },
        { path: 'description', value: 'Written by the bench.' },
        { path: 'cycleId', value: cycleId },
        { path: 'state', value: 'active' },
        { path: `${keyResult}.title`, value: `Key result ${nth}` },
        { path: `${keyResult}.type`, value: 'number' },
        { path: `${keyResult}.start`, value: 0 },
        { path: `${keyResult}.target`, value: 100 },
        { path: `${keyResult}.order`, value: 0 },
      ],
    });
    goals.push({ key, keyResultId });
  });
  bulk.each(count * (edits - 1), (nth) => {
    const goal = goals[Math.trunc(nth / (edits - 1))];
    if (goal === undefined) return;
    const week = (nth % (edits - 1)) + 1;
    const update = `updates.${itemId()}`;
    bulk.write({
      kind: 'objective',
      key: goal.key,
      edits: [
        { path: `${update}.keyResultId`, value: goal.keyResultId },
        { path: `${update}.value`, value: week },
        { path: `${update}.confidence`, value: 'on-track' },
        { path: `${update}.note`, value: `Week ${week}` },
        { path: `${update}.at`, value: Date.now() },
      ],
    });
  });
  bulk.close();
};

const stems = [
  ...['latency', 'guides', 'onboarding', 'search', 'editor', 'exports', 'templates', 'reviews', 'billing', 'offline'],
  ...['accessibility', 'translation', 'retention', 'publishing', 'support'],
];

/** Two words and a number, every pair of words equally often. */
const words = (nth: number): string =>
  `${stems[nth % stems.length] ?? ''} ${stems[Math.trunc(nth / stems.length) % stems.length] ?? ''} ${nth % 977}`;
