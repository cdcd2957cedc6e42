import type { Template } from '../templates/use-templates.ts';
import { emptyKeyResult } from './key-result-draft.ts';
import type { KeyResultDraft } from './key-result-draft.ts';

/** What a template says of a goal that is being written. */
export type Given = Pick<Template, 'title' | 'description' | 'keyResults'>;

export interface Begun {
  readonly title: string;
  readonly description: string;
  readonly keyResults: readonly KeyResultDraft[];
  /** The number that tells the next new row apart. */
  readonly nextKey: number;
}

/** Whether a row says what another says, and names no owner. */
const saysTheSame = (draft: KeyResultDraft, other: Omit<KeyResultDraft, 'key' | 'ownerId'>): boolean =>
  draft.ownerId === null &&
  draft.title === other.title &&
  draft.type === other.type &&
  draft.unit === other.unit &&
  draft.start === other.start &&
  draft.target === other.target &&
  draft.direction === other.direction &&
  draft.weight === other.weight;

/**
 * A goal that is being written, begun anew from a template, or from none: its words take the place of what is empty or
 * came from the template before. What somebody wrote stays; the template's key results follow theirs, up to `most`.
 */
export const beginFrom = (form: Begun, before: Given | null, chosen: Given | null, most: number): Begun => {
  const replaced = (typed: string, was: string | undefined, now: string | undefined): string =>
    typed.trim() === '' || typed === was ? (now ?? '') : typed;
  const written = form.keyResults.filter(
    (draft) => ![emptyKeyResult(''), ...(before?.keyResults ?? [])].some((other) => saysTheSame(draft, other)),
  );
  const given = (chosen?.keyResults ?? [])
    .slice(0, Math.max(0, most - written.length))
    .map((each, nth): KeyResultDraft => ({ ...each, ownerId: null, key: String(form.nextKey + nth) }));
  const rows = [...written, ...given];
  return {
    title: replaced(form.title, before?.title, chosen?.title),
    description: replaced(form.description, before?.description, chosen?.description),
    keyResults: rows.length === 0 ? [emptyKeyResult(String(form.nextKey))] : rows,
    nextKey: form.nextKey + Math.max(1, given.length),
  };
};
