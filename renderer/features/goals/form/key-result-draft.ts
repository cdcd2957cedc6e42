import type { CommandParams, KeyResultType } from '#shared/protocol/index.ts';

/** A key result while it is written: numbers may still be missing. */
export interface KeyResultDraft {
  /** Tells drafts apart while rows come and go. */
  readonly key: string;
  readonly title: string;
  readonly type: KeyResultType;
  readonly unit: string;
  readonly start: number | null;
  readonly target: number | null;
  readonly direction: 'at-least' | 'at-most';
  readonly weight: number | null;
  readonly ownerId: string | null;
}

/** A field of a draft that is not right yet. The words are in the catalogue. */
export type DraftFault = 'title' | 'start' | 'target' | 'same' | 'weight';

export const keyResultTypes: readonly KeyResultType[] = [
  'number',
  'percent',
  'currency',
  'boolean',
  'milestone',
  'threshold',
];

export const emptyKeyResult = (key: string): KeyResultDraft => ({
  key,
  title: '',
  type: 'number',
  unit: '',
  start: 0,
  target: null,
  direction: 'at-least',
  weight: 1,
  ownerId: null,
});

/** What a change of type means for the numbers: sensible beginnings, never over what was typed. */
export const withType = (draft: KeyResultDraft, type: KeyResultType): KeyResultDraft => {
  if (type === draft.type) return draft;
  const target = draft.target ?? (type === 'percent' ? 100 : null);
  return { ...draft, type, target, unit: type === 'boolean' || type === 'percent' ? '' : draft.unit };
};

/** Everything that is missing or makes no sense. A key result that is done or not needs no numbers. */
export const faultsOf = (draft: KeyResultDraft): readonly DraftFault[] => {
  const faults: DraftFault[] = [];
  if (draft.title.trim() === '') faults.push('title');
  if (draft.weight === null) faults.push('weight');
  if (draft.type === 'boolean') return faults;
  if (draft.target === null) faults.push('target');
  if (draft.type === 'threshold') return faults;
  if (draft.start === null) faults.push('start');
  if (draft.target !== null && draft.start === draft.target) faults.push('same');
  return faults;
};

/** A draft without faults as the commands take it. */
export const keyResultInput = (draft: KeyResultDraft): CommandParams<'keyResult.add'>['keyResult'] => {
  const { title, type, unit, direction, weight, ownerId } = draft;
  const span =
    type === 'boolean'
      ? { start: 0, target: 1 }
      : type === 'threshold'
        ? { start: draft.start ?? draft.target ?? 0, target: draft.target ?? 0 }
        : { start: draft.start ?? 0, target: draft.target ?? 0 };
  return { title, type, unit, ...span, direction, weight: weight ?? 1, ownerId };
};
