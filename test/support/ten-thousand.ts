import { addWeeks } from '#shared/domain/index.ts';
import { naturalKey } from '#shared/schema/index.ts';
import { toText } from '#shared/std/index.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { openBulk, type Bulk } from './bulk.ts';

/** How much there is of each kind: together more than ten thousand records, each a signed, encrypted entry. */
export const counts = {
  tasks: 8_600,
  milestones: 400,
  goals: 500,
  feedback: 150,
  kudos: 150,
  requests: 180,
  checkIns: 260,
} as const;

export interface Setting {
  /** The present week, such as 2026-W18. */
  readonly week: string;
  readonly cycleId: string;
  /** Whom feedback, kudos and questions are about. */
  readonly otherId: string;
}

const itemId = (): string => toText(systemRandom.bytes(16));
const outcomes = ['open', 'done', 'carried', 'dropped'] as const;
const subjects = ['the guide', 'the import', 'the editor', 'billing', 'the search', 'exports', 'the forms'];

const words = (nth: number): string => `${subjects[nth % subjects.length] ?? ''}, part ${String(nth)}`;

const taskEdits = ({ me }: Bulk, nth: number, week: string) => {
  const outcome = outcomes[nth % outcomes.length] ?? 'open';
  const planned = `planned.${itemId()}`;
  return [
    { path: 'title', value: `Look through ${words(nth)}` },
    { path: 'ownerId', value: me },
    ...(outcome === 'done' || outcome === 'dropped' ? [{ path: 'state', value: outcome }] : []),
    { path: `${planned}.week`, value: week },
    { path: `${planned}.outcome`, value: outcome },
  ];
};

const checkInEdits = ({ me }: Bulk, nth: number, week: string) => {
  const plan = `plans.${itemId()}`;
  return [
    { path: 'personId', value: me },
    { path: 'week', value: week },
    { path: 'submittedAt', value: Date.now() - (nth + 1) * 7 * 86_400_000 },
    { path: 'answer', value: `What I learned about ${words(nth)}.` },
    { path: `${plan}.text`, value: `Go on with ${words(nth)}` },
    { path: `${plan}.order`, value: 0 },
  ];
};

/** Fills a profile of the sample team that is not open, so that every place has long lists. */
export const fillPlaces = (directory: string, setting: Setting): void => {
  const bulk = openBulk(directory);
  const { me } = bulk;
  const { week, cycleId, otherId } = setting;
  bulk.each(counts.tasks, (nth) => {
    bulk.write({ kind: 'task', key: bulk.ownKey(), edits: taskEdits(bulk, nth, week) });
  });
  bulk.each(counts.milestones, (nth) => {
    const edits = [
      { path: 'title', value: `Milestone of ${words(nth)}` },
      { path: 'ownerId', value: me },
      { path: 'milestone', value: true },
      { path: 'due', value: '2099-01-01' },
    ];
    bulk.write({ kind: 'task', key: bulk.ownKey(), edits });
  });
  bulk.each(counts.goals, (nth) => {
    const edits = [
      { path: 'title', value: `Make more of ${words(nth)}` },
      { path: 'cycleId', value: cycleId },
      { path: 'ownerId', value: otherId },
      { path: 'state', value: 'active' },
    ];
    bulk.write({ kind: 'objective', key: bulk.ownKey(), edits });
  });
  bulk.each(counts.feedback, (nth) => {
    const edits = [
      { path: 'aboutId', value: otherId },
      { path: 'visibility', value: 'everyone' },
      { path: 'text', value: `You were clear about ${words(nth)}.` },
    ];
    bulk.write({ kind: 'feedback', key: bulk.ownKey(), edits });
  });
  bulk.each(counts.kudos, (nth) => {
    const edits = [
      { path: 'toId', value: otherId },
      { path: 'text', value: `Thank you for ${words(nth)}.` },
    ];
    bulk.write({ kind: 'kudos', key: bulk.ownKey(), edits });
  });
  bulk.each(counts.requests, (nth) => {
    const turn = `turns.${itemId()}`;
    const edits = [
      { path: 'question', value: `What is missing in ${words(nth)}?` },
      { path: 'fromId', value: me },
      { path: `${turn}.toId`, value: otherId },
      { path: `${turn}.byId`, value: me },
      { path: `${turn}.at`, value: Date.now() },
    ];
    bulk.write({ kind: 'request', key: bulk.ownKey(), edits });
  });
  bulk.each(counts.checkIns, (nth) => {
    // Far enough back that the sample team has none of these weeks.
    const own = addWeeks(week, -60 - nth);
    bulk.write({ kind: 'check-in', key: naturalKey(me, own), edits: checkInEdits(bulk, nth, own) });
  });
  bulk.close();
};
