import { useMemo } from 'react';
import { z } from 'zod';
import { useDraft, type Draft } from './use-draft.ts';

/** A text as its record holds it. */
export interface Version {
  readonly text: string;
  readonly heads: readonly string[];
}

export interface RevisionDraft {
  /** False until what was kept before has been read; do not let people type before. */
  readonly ready: boolean;
  readonly text: string;
  /** Version that the author began from: what others wrote since is merged, never overwritten. Null where there was none. */
  readonly base: string[] | null;
  readonly set: (text: string) => void;
  readonly kept: boolean;
  readonly clear: Draft['clear'];
}

const keptRevision = z.object({ base: z.array(z.string()).nullable(), text: z.string() });
type KeptRevision = z.infer<typeof keptRevision>;

/** What was kept; words without a version are of a draft from before versions were kept, and null stands for none. */
export const readRevision = (kept: string, stored: Version | null): KeptRevision | null => {
  if (kept === '') return null;
  try {
    return keptRevision.parse(JSON.parse(kept));
  } catch {
    return { base: stored === null ? null : [...stored.heads], text: kept };
  }
};

/**
 * A draft that changes a text which others, or another device of the same person, may change meanwhile. The version it
 * began from is kept with it, so that it still is the same change after the window was closed.
 */
export const useRevisionDraft = (key: string, stored: Version | null): RevisionDraft => {
  const draft = useDraft(key);
  const own = useMemo(() => readRevision(draft.value, stored), [draft.value, stored]);
  const base = own === null ? (stored === null ? null : [...stored.heads]) : own.base;
  return {
    ready: draft.ready,
    text: own?.text ?? stored?.text ?? '',
    base,
    set: (text) => draft.set(JSON.stringify({ base, text } satisfies KeptRevision)),
    kept: draft.saved && own !== null,
    clear: draft.clear,
  };
};
