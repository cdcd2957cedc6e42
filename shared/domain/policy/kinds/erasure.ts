import { erasureTarget, kindOf, readKey } from '../../../schema/index.ts';
import type { ErasureRecord, RecordKind } from '../../../schema/index.ts';
import { administers } from '../standing.ts';
import type { KindPolicy, Situation, Who } from '../types.ts';

/** Kinds of one writer: what they say is that person's own, to keep or to erase (docs/formats/redaction.md, R1). */
export const personalKinds = [
  'check-in',
  'comment',
  'acknowledgement',
  'feedback',
  'kudos',
  'pulse',
  'leave',
  'agenda-item',
  'feedback-request',
  'badge',
  'note',
  'request',
] as const satisfies readonly RecordKind[];
const personal: ReadonlySet<RecordKind> = new Set(personalKinds);

/** Work of several people: gone for all of them at once, so that only who answers for the team may do it. */
const shared: ReadonlySet<RecordKind> = new Set(['objective', 'task', 'cycle']);

/** Whether a person may erase a record of this kind and author; an author's word needs no role. */
export const mayErase = (
  signer: Situation<unknown>['signer'],
  target: { readonly kind: RecordKind; readonly authorId: string | null },
  spaceKind: Situation<unknown>['space']['kind'],
): boolean => {
  if (signer.state === 'removed') return false;
  if (personal.has(target.kind) && (target.authorId === signer.personId || spaceKind === 'self')) return true;
  return spaceKind === 'team' && administers(signer) && (personal.has(target.kind) || shared.has(target.kind));
};

/** Whether an erasure's key names what this person alone wrote: nobody but they lose by it. */
export const erasesOwn = (key: Uint8Array, personId: string): boolean => {
  const def = kindOf('erasure');
  const read = def === undefined ? undefined : readKey(def, key);
  const target = read?.ok === true && read.value.form === 'natural' ? erasureTarget(read.value.parts) : undefined;
  return target?.authorId === personId && personal.has(target.kind);
};

/** What is said to those who may not. */
export const eraseSentence = 'Only who wrote this can erase it; what the whole team reads, an admin can erase too.';

const eraser: Who<ErasureRecord> = {
  sentence: eraseSentence,
  is: ({ signer, key, space }) => {
    const target = key.form === 'natural' ? erasureTarget(key.parts) : undefined;
    return target !== undefined && mayErase(signer, target, space.kind);
  },
};

/** Erasures, schema 1: by the author, or by an admin of what the whole team reads. They stand for good. */
export const erasurePolicy: KindPolicy<ErasureRecord> = {
  create: eraser,
  frozen: 'What was erased is gone for good.',
  rules: [{ path: '*', who: eraser, once: true }],
};
