import type { KindDef } from '#shared/schema/index.ts';
import type { Documents } from '../documents/index.ts';
import type { OpenedEntry } from './open-entry.ts';

interface Part {
  readonly opened: OpenedEntry;
}

export interface Composed<T> {
  /** What the document holds now, unsettled. */
  readonly kept: readonly T[];
  readonly refused: ReadonlyMap<T, string>;
}

/**
 * Makes a record's document from these entries, in an order in which each follows what it builds on. If together they do
 * not make a document that can be stored, adds them one by one and leaves out those that break it (FORMATS 2).
 */
export const compose = <T extends Part>(
  documents: Documents,
  recordId: string,
  def: KindDef,
  parts: readonly T[],
): Composed<T> => {
  const attempt = (list: readonly T[]): string | undefined => {
    documents.rollback(recordId);
    for (const { opened } of list) {
      const applied = documents.apply(recordId, def, opened.body.changes);
      if (!applied.ok) return applied.error.sentence;
    }
    const settled = documents.settle(recordId, def);
    return settled.ok ? undefined : settled.error.sentence;
  };
  const refused = new Map<T, string>();
  if (attempt(parts) === undefined) return { kept: parts, refused };
  const kept: T[] = [];
  for (const part of parts) {
    const fault = attempt([...kept, part]);
    if (fault === undefined) kept.push(part);
    else refused.set(part, fault);
  }
  if (kept.length > 0) attempt(kept);
  else documents.rollback(recordId);
  return { kept, refused };
};
