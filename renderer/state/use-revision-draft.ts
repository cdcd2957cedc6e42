import { z } from 'zod';
import { carryOver } from './sent-words.ts';
import { useDraft, type Draft } from './use-draft.ts';

/** A text as its record holds it. */
export interface Version {
  readonly text: string;
  readonly heads: readonly string[];
}

export interface RevisionDraft {
  /** False while what was kept has not been read, and until the version that the last save made is here. */
  readonly ready: boolean;
  readonly text: string;
  /** Version that the author began from: what others wrote since is merged, never overwritten. Null where there was none. */
  readonly base: string[] | null;
  readonly set: (text: string) => void;
  readonly kept: boolean;
  /**
   * Ends the draft after `saved` was saved. What was typed meanwhile goes on from the version that came of it.
   *
   * @returns true if nothing is left
   */
  readonly clear: (saved: string) => boolean;
}

const keptRevision = z.object({
  base: z.array(z.string()).nullable(),
  text: z.string(),
  /** Words that were saved out of this draft: the change is what was typed over them, to whatever is stored since. */
  saved: z.string().optional(),
  /** What it changes, where one draft may be of several records: a day. */
  about: z.string().optional(),
});
type KeptRevision = z.infer<typeof keptRevision>;

const keep = (revision: KeptRevision): string => JSON.stringify(revision);
const headsOf = (stored: Version | null): string[] | null => (stored === null ? null : [...stored.heads]);

/** As it was kept; words without a version are of a draft from before versions were kept. */
const asKept = (kept: string, stored: Version | null): KeptRevision | null => {
  if (kept === '') return null;
  try {
    return keptRevision.parse(JSON.parse(kept));
  } catch {
    return { base: headsOf(stored), text: kept };
  }
};

/** What was kept, as a change to a version of the record; null for none. */
export const readRevision = (kept: string, stored: Version | null): Omit<KeptRevision, 'saved'> | null => {
  const own = asKept(kept, stored);
  if (own?.saved === undefined) return own;
  const { saved, text, ...rest } = own;
  return { ...rest, base: headsOf(stored), text: carryOver(saved, text, stored?.text ?? '') };
};

/** What a kept draft changes; undefined for none, and where it does not say. */
export const aboutOf = (kept: string): string | undefined => asKept(kept, null)?.about;

/** What was typed over the stored words, before it was known that other words had been kept, goes behind those. */
export const joinRevisions = (kept: string, typed: string, stored: Version | null): string => {
  const [before, own] = [readRevision(kept, stored), readRevision(typed, stored)];
  if (before === null || own === null) return before === null ? typed : kept;
  const from = stored?.text ?? '';
  const words = own.text.startsWith(from) ? own.text.slice(from.length) : `\n${own.text}`;
  return keep({ ...before, text: before.text + words });
};

/** What is left of a draft once `saved` was saved: nothing, or what was typed over it meanwhile. */
export const restOfRevision = (kept: string, saved: string, stored: Version | null): string => {
  const own = readRevision(kept, stored);
  return own === null || own.text === saved ? '' : keep({ ...own, saved });
};

/** A draft as a change to the text that is stored; `about` is kept with it. */
export const revisionOf = (draft: Draft, stored: Version | null, about?: string): RevisionDraft => {
  const kept = asKept(draft.value, stored);
  // Answers keep their order: once the draft is durable again, the version that was saved before it has arrived.
  const settling = kept?.saved !== undefined && !draft.saved && stored?.text !== kept.saved;
  const own = settling ? kept : readRevision(draft.value, stored);
  const base = own === null ? headsOf(stored) : own.base;
  return {
    ready: draft.ready && !settling,
    text: own?.text ?? stored?.text ?? '',
    base,
    set: (text) => draft.set(keep({ base, text, about, ...(settling ? { saved: kept.saved } : {}) })),
    kept: draft.saved && own !== null,
    clear: (saved) => draft.revise((newest) => restOfRevision(newest, saved, stored)) === '',
  };
};

/**
 * A draft that changes a text which others, or another device of the same person, may change meanwhile. The version it
 * began from is kept with it, so that it still is the same change after the window was closed.
 */
export const useRevisionDraft = (key: string, stored: Version | null): RevisionDraft => {
  const draft = useDraft(key, (kept, typed) => joinRevisions(kept, typed, stored));
  return revisionOf(draft, stored);
};
