import { kinds } from '../../schema/index.ts';
import type { FieldEdit, KindDef, RecordKind, RecordValue, Scalar } from '../../schema/index.ts';
import { err, ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { PastChange, PastEntry } from './past.ts';

/** What undoing is decided from. */
export interface UndoQuestion {
  readonly kind: RecordKind;
  /** The record's entries, oldest first. */
  readonly past: readonly PastEntry[];
  readonly entryId: string;
  /** Who wants to undo. */
  readonly me: string;
  /** The record now, fields that nobody wrote left out. */
  readonly value: RecordValue;
  /** Paths of which two versions stand beside each other. */
  readonly disputed: ReadonlySet<string>;
}

const refuse = (sentence: string) => err({ sentence });

const valueAt = (def: KindDef, value: RecordValue, path: string): Scalar => {
  const at = def.path(path);
  if (at === undefined) return null;
  const held = at.form === 'item' ? value[at.collection] : value[at.field];
  if (at.form !== 'item') return held === undefined || typeof held === 'object' ? null : held;
  return typeof held === 'object' && held !== null ? (held[at.itemId]?.[at.field] ?? null) : null;
};

/** Prose that is empty and prose that nobody wrote read the same. */
const same = (a: Scalar, b: Scalar): boolean => a === b || ((a ?? '') === '' && (b ?? '') === '');

/** The value from before; what nobody had written goes back to what that means. */
const before = (def: KindDef, { path, from }: PastChange): Scalar =>
  from !== null || def.check(path, null).ok ? from : def.path(path)?.form === 'text' ? '' : def.fallback(path);

const itemOf = (def: KindDef, path: string): string | null => {
  const at = def.path(path);
  return at?.form === 'item' ? `${at.collection}.${at.itemId}` : null;
};

/** A key result that the entry added is put away: it cannot be as if it had never been. */
const putAway = (def: KindDef, entry: PastEntry, earlier: readonly PastEntry[]): ReadonlySet<string> => {
  const added = new Set<string>();
  for (const { path } of entry.changes) {
    const item = itemOf(def, path);
    if (item?.startsWith('keyResults.') === true) added.add(item);
  }
  for (const { changes } of earlier) for (const { path } of changes) added.delete(itemOf(def, path) ?? '');
  return added;
};

/** Why a path cannot go back; null when it can. */
const faultOf = (def: KindDef, asked: UndoQuestion, later: readonly PastEntry[], change: PastChange): string | null => {
  const label = def.label(change.path);
  if (asked.disputed.has(change.path)) return `There are two versions of “${label}”. Choose between them first.`;
  const next = later.filter(({ changes }) => changes.some(({ path }) => path === change.path));
  if (next.some(({ personId }) => personId !== asked.me))
    return `Somebody has changed “${label}” since, so this is not undone.`;
  if (next.length > 0) return `You have changed “${label}” again since. Undo the later change first.`;
  return same(valueAt(def, asked.value, change.path), change.to)
    ? null
    : `“${label}” is another one by now, so this is not undone.`;
};

/**
 * The edits that take one's own entry back, as a new change: each path returns to what its author had seen. Refused with
 * a sentence for somebody else's entry, for what began the record, and where anything it said has changed since: undoing
 * never overwrites. All or nothing: one entry is one action. Whether the edits are allowed is for the policy to say.
 */
export const inverseOf = (asked: UndoQuestion): Result<readonly FieldEdit[], { readonly sentence: string }> => {
  const { past, entryId } = asked;
  const def: KindDef = kinds[asked.kind];
  const at = past.findIndex((each) => each.entryId === entryId);
  const entry = past[at];
  if (entry === undefined) return refuse('This change is not on this machine.');
  if (entry.personId !== asked.me) return refuse('Only your own changes can be undone.');
  if (!entry.applied) return refuse('This change is no part of the record, so there is nothing to undo.');
  const earlier = past.slice(0, at).filter(({ applied }) => applied);
  const later = past.slice(at + 1).filter(({ applied }) => applied);
  if (earlier.length === 0) return refuse('This began the record. What has begun is not undone.');
  const added = putAway(def, entry, earlier);
  const edits: FieldEdit[] = [];
  for (const change of entry.changes) {
    const fault = faultOf(def, asked, later, change);
    if (fault !== null) return refuse(fault);
    if (!added.has(itemOf(def, change.path) ?? '')) edits.push({ path: change.path, value: before(def, change) });
  }
  for (const item of added) edits.push({ path: `${item}.archived`, value: true });
  return edits.length === 0 ? refuse('This changed nothing that could be undone.') : ok(edits);
};
