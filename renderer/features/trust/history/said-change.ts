import type { HistoryEntry } from '#shared/protocol/index.ts';
import { isMadeTitle } from '#renderer/i18n/index.ts';

type Change = HistoryEntry['changes'][number];

/** Fields whose values are words of the engine. What a person typed is quoted as it is. */
const worded: ReadonlySet<string> = new Set([
  'confidence',
  'rollUp',
  'direction',
  'visibility',
  'state',
  'type',
  'outcome',
  'form',
  'why',
  'reason',
  'nothingChanged',
  'skipped',
  'urgent',
  'cancelled',
  'archived',
  'milestone',
]);

/** Fields whose values are numbers, with their unit where they have one. */
const counted: ReadonlySet<string> = new Set([
  'value',
  'start',
  'target',
  'projection',
  'manualProgress',
  'weight',
  'score',
]);

/** Fields whose values name another record. */
const titled: ReadonlySet<string> = new Set(['parentId', 'cycleId', 'targetId', 'evidenceId', 'keyResultId']);

/**
 * A change with its label, its worded values and its numbers in the window's language.
 *
 * @param said says words of the engine
 * @param saidValue says a number with its unit
 */
export const sayChange = (
  change: Change,
  kind: string,
  said: (words: string) => string,
  saidValue: (value: string) => string,
): Change => {
  const field = change.path.split('.').at(-1) ?? '';
  // Why a week was skipped is a sentence of its author; why somebody is on leave is one of three words.
  const isWord = worded.has(field) && !(field === 'reason' && kind !== 'leave');
  const value = (text: string | null): string | null => {
    if (text === null) return null;
    if (counted.has(field)) return saidValue(text);
    return isWord || (titled.has(field) && isMadeTitle(text)) ? said(text) : text;
  };
  // "Published guides: Target" names the key result first.
  const at = change.label.lastIndexOf(': ') + 2;
  const label = at === 1 ? said(change.label) : `${change.label.slice(0, at)}${said(change.label.slice(at))}`;
  return { ...change, label, from: value(change.from), to: value(change.to) };
};
