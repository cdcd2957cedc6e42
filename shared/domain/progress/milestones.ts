import type { KeyResultItem, ObjectiveRecord, ProgressUpdateItem } from '../../schema/index.ts';

/** A milestone that belongs to a key result. */
export interface LinkedMilestone {
  readonly title: string;
  readonly done: boolean;
  /** Milliseconds since the epoch; null while it is not done. */
  readonly doneAt: number | null;
}

type Counted = Pick<KeyResultItem, 'type' | 'start' | 'target'>;
type Said = Pick<ProgressUpdateItem, 'value' | 'confidence' | 'projection' | 'note' | 'at'>;

const openedAgain = 'Opened again: ';

/** What the update of a milestone says that was finished or opened again. */
export const milestoneNote = (title: string, done: boolean): string => (done ? title : `${openedAgain}${title}`);

/** Where so many finished milestones bring a key result: from its start towards its target, also downwards. */
export const milestonesReach = ({ start, target }: Counted, done: number): number =>
  target < start ? start - done : start + done;

/** An update that a milestone wrote. It says only what its author had heard of: others may have finished theirs meanwhile. */
const isOfMilestone = (said: Said, linked: readonly LinkedMilestone[]): boolean =>
  said.confidence === null &&
  said.projection === null &&
  linked.some(
    ({ title, doneAt }) =>
      doneAt === said.at || said.note === milestoneNote(title, true) || said.note === milestoneNote(title, false),
  );

/** What is finished; of a closed goal, what was so when it was closed. */
const countsIn = (
  { state, closedAt }: Pick<ObjectiveRecord, 'state' | 'closedAt'>,
  { done, doneAt }: LinkedMilestone,
): boolean => done && (state !== 'closed' || closedAt === null || (doneAt !== null && doneAt <= closedAt));

/**
 * The value of a key result, null where nothing has been said of it. One of the type milestone counts what is finished
 * of the milestones that belong to it (PRODUCT, initiatives), so that two who finish theirs apart are both counted.
 * Whoever reports by hand that more is reached, with steps that are no milestones, is believed until the next one moves it.
 *
 * @param newest the newest update of the key result
 */
export const reachedValue = (
  keyResult: Counted,
  newest: Said | null,
  linked: readonly LinkedMilestone[],
  objective: Pick<ObjectiveRecord, 'state' | 'closedAt'>,
): number | null => {
  const said = newest?.value ?? null;
  if (keyResult.type !== 'milestone' || linked.length === 0) return said;
  const done = linked.filter((each) => countsIn(objective, each)).length;
  const counted = milestonesReach(keyResult, done);
  if (newest === null) return done === 0 ? null : counted;
  if (isOfMilestone(newest, linked)) return counted;
  return keyResult.target < keyResult.start ? Math.min(newest.value, counted) : Math.max(newest.value, counted);
};
