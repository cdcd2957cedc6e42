import { sayShare, sayValue } from '#shared/domain/index.ts';
import { noWeek } from '#shared/schema/index.ts';
import type { ItemContext } from './item-context.ts';
import type { PeopleReader } from './person-view.ts';

export interface ValueWords {
  /** A stored value as people read it; null for nothing. */
  readonly valueText: (field: string, value: unknown, of: ItemContext) => string | null;
}

const personFields: ReadonlySet<string> = new Set([
  'ownerId',
  'manualById',
  'waitsForId',
  'personId',
  'aboutId',
  'toId',
  'askedId',
  'fromId',
  'byId',
  'acceptedById',
]);
const recordFields: ReadonlySet<string> = new Set([
  'parentId',
  'cycleId',
  'targetId',
  'evidenceId',
  'goalId',
  'requestId',
  'milestoneId',
  'sourceId',
]);
const timeFields: ReadonlySet<string> = new Set([
  'submittedAt',
  'closedAt',
  'at',
  'answeredAt',
  'declinedAt',
  'withdrawnAt',
  'doneAt',
  'acceptedAt',
]);
const shareFields: ReadonlySet<string> = new Set(['manualProgress']);
const worded: ReadonlySet<string> = new Set(['confidence', 'rollUp', 'direction', 'visibility']);

/** Numbers that carry the unit of their key result. */
export const measured: ReadonlySet<string> = new Set(['value', 'start', 'target', 'projection']);

/** Stored words that read badly as they are. */
const words: Readonly<Record<string, string>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  'off-track': 'off track',
  'key-results': 'own key results',
  both: 'key results and children',
  manual: 'set by hand',
  'at-least': 'at least',
  'at-most': 'at most',
  recipient: 'recipient only',
  'recipient-and-manager': 'recipient and manager',
  manager: 'manager only',
};

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const numberText = (field: string, value: number, of: ItemContext): string => {
  // A time outside of what a date can hold comes from nobody's clock; it is shown as the number it is.
  if (timeFields.has(field) && Math.abs(value) <= 8.64e15) return stamp(value);
  if (shareFields.has(field)) return sayShare(value);
  return measured.has(field) ? sayValue(value, of) : String(value);
};

/** What an id points to may not be here; that is said, not guessed. */
export const createValueWords = (
  people: PeopleReader,
  recordTitle: (id: string) => string,
  keyResultTitle: (id: string) => string,
): ValueWords => ({
  valueText: (field, value, of) => {
    if (value === null || value === undefined || value === '' || value === noWeek) return null;
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'number') return numberText(field, value, of);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (personFields.has(field)) return people.name(value);
    if (recordFields.has(field)) return recordTitle(value);
    if (field === 'keyResultId') return keyResultTitle(value);
    return worded.has(field) ? (words[value] ?? value) : value;
  },
});
