import { useMemo } from 'react';
import { z } from 'zod';
import { useDraft, type Draft } from './use-draft.ts';

/** A text as its record holds it. */
export interface Version {
  readonly text: string;
  readonly heads: readonly string[];
}

export interface RevisionDraft {
  readonly text: string;
  /** Version that the author began from: what others wrote since is merged, never overwritten. Null where there was none. */
  readonly base: string[] | null;
  readonly set: (text: string) => void;
  readonly kept: boolean;
  readonly clear: Draft['clear'];
}

const keptRevision = z.object({ base: z.array(z.string()).nullable(), text: z.string() });
type KeptRevision = z.infer<typeof keptRevision>;

const keep = (revision: KeptRevision): string => JSON.stringify(revision);

/** What was kept; words without a version are of a draft from before versions were kept, and null stands for none. */
export const readRevision = (kept: string, stored: Version | null): KeptRevision | null => {
  if (kept === '') return null;
  try {
    return keptRevision.parse(JSON.parse(kept));
  } catch {
    return { base: stored === null ? null : [...stored.heads], text: kept };
  }
};

/** What was typed over the stored words, before it was known that other words had been kept, goes behind those. */
export const joinRevisions = (kept: string, typed: string, stored: Version | null): string => {
  const [before, own] = [readRevision(kept, stored), readRevision(typed, stored)];
  if (before === null || own === null) return typed;
  const from = stored?.text ?? '';
  const words = own.text.startsWith(from) ? own.text.slice(from.length) : `\n${own.text}`;
  return keep({ base: before.base, text: before.text + words });
};

/**
 * A draft that changes a text which others, or another device of the same person, may change meanwhile. The version it
 * began from is kept with it, so that it still is the same change after the window was closed.
 */
export const useRevisionDraft = (key: string, stored: Version | null): RevisionDraft => {
  const draft = useDraft(key, (kept, typed) => joinRevisions(kept, typed, stored));
  const own = useMemo(() => readRevision(draft.value, stored), [draft.value, stored]);
  const base = own === null ? (stored === null ? null : [...stored.heads]) : own.base;
  return {
    text: own?.text ?? stored?.text ?? '',
    base,
    set: (text) => draft.set(keep({ base, text })),
    kept: draft.saved && own !== null,
    clear: draft.clear,
  };
};
