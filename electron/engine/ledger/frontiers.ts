import { equalBytes, toText } from '#shared/std/index.ts';
import { decodeHeader } from '#shared/sync/index.ts';
import type { ActGraph } from './act-graph.ts';
import { openEntry, type OpenDeps, type OpenedEntry } from './open-entry.ts';

export interface FrontierDeps extends OpenDeps {
  readonly graph: ActGraph;
}

type Heads = readonly Uint8Array[];

/** Whether two frontiers are written alike. */
export const sameHeads = (a: Heads, b: Heads): boolean =>
  a.length === b.length && a.every((hash, at) => equalBytes(hash, b[at] ?? new Uint8Array(0)));

/** What the last entry up to this one whose content was not erased names. */
export const headsNamedAt = (hash: Uint8Array, deps: OpenDeps): Heads | undefined => {
  let previous = deps.entries.byHash(hash);
  while (previous !== undefined && previous.body === null && previous.seq > 1) {
    const blank = decodeHeader(previous.header);
    previous = blank.ok ? deps.entries.byHash(blank.value.prevHash) : undefined;
  }
  if (previous?.body == null) return undefined;
  return openEntry(previous, deps).opened?.body.membersHeads;
};

/**
 * Along one log nobody forgets what they knew of the members (FORMATS 1): otherwise an author could go back behind
 * their own removal or demotion. It is measured against the last entry before it whose content was not erased, the same
 * one for everybody who knows of the erasures; one that cannot be opened says nothing. Remembers the last entry of each
 * log, because histories arrive in order.
 */
export const createFrontiers = (deps: FrontierDeps) => {
  const last = new Map<string, { readonly hash: Uint8Array; readonly heads: Heads }>();

  const headsBefore = ({ row, header }: OpenedEntry): Heads | undefined => {
    if (row.seq === 1) return undefined;
    const held = last.get(toText(header.logId));
    if (held !== undefined && equalBytes(held.hash, header.prevHash)) return held.heads;
    return headsNamedAt(header.prevHash, deps);
  };

  return {
    /** After the content of an entry of this log was erased: nothing is measured against it any more. */
    forget: (logId: Uint8Array): void => void last.delete(toText(logId)),
    /** Whether an entry knows all of the members that the entry before it knew. Its own heads must be here. */
    goesOn: (entry: OpenedEntry): boolean => {
      const before = headsBefore(entry);
      const now = entry.body.membersHeads;
      last.set(toText(entry.header.logId), { hash: entry.row.hash, heads: now });
      return before === undefined || sameHeads(before, now) || deps.graph.covers(now, before);
    },
  };
};

export type Frontiers = ReturnType<typeof createFrontiers>;
