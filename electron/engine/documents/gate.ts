import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { isAllowedActor } from './actors.ts';
import type { Causality, Past } from './causality.ts';
import { readOps } from './change-ops.ts';
import type { OpId } from './change-ops.ts';
import { readChange } from './chunk.ts';
import type { ChangeHeader } from './chunk.ts';
import { fault } from './faults.ts';
import { maxCounter } from './limits.ts';
import { appliedHeadsOf, factsOf, onlyGenesis, viewpoint, visibleAt } from './live.ts';
import type { Facts, Live, Staged } from './live.ts';
import { coversHeads, isBlank } from './present.ts';
import { contains } from './ranges.ts';
import type { DocumentFault, OpView } from './types.ts';

/** A batch of changes of one entry, as it arrived. */
export interface Arrival {
  /** Actors (hex) that the entry's author writes this record as. */
  readonly actors: readonly string[];
  /** Hashes (hex) that the signed body states, one a change, in order. */
  readonly expected: readonly string[];
  readonly changes: readonly Uint8Array[];
}

export interface Admitted {
  readonly staged: Staged;
  readonly ops: readonly OpView[];
}

export type Verdict =
  | { readonly status: 'ready'; readonly admitted: readonly Admitted[] }
  | { readonly status: 'waiting'; readonly missing: readonly string[] }
  | { readonly status: 'fault'; readonly fault: DocumentFault };

/** Envelopes of all changes: sizes, checksums, hashes, actors. Needs no document. */
const readEnvelopes = (arrival: Arrival): Result<readonly ChangeHeader[], DocumentFault> => {
  const { changes, expected, actors } = arrival;
  if (changes.length !== expected.length || changes.length === 0) {
    return err(fault('wrong-hash', 'An entry does not carry the changes that it names.'));
  }
  const headers: ChangeHeader[] = [];
  for (const [index, bytes] of changes.entries()) {
    const read = readChange(bytes);
    if (!read.ok) return read;
    const header = read.value;
    if (header.hash !== expected[index]) {
      return err(fault('wrong-hash', 'A change is not the one that its entry was signed for.'));
    }
    if (!isAllowedActor(header.actor, actors)) {
      return err(fault('wrong-actor', 'A change was made under the name of another writer.'));
    }
    headers.push(header);
  }
  return ok(headers);
};

/** A change continues its writer's own chain and lies behind everything it depends on. */
const checkOrder = (header: ChangeHeader, past: Past, causality: Causality): DocumentFault | undefined => {
  if (header.deps.length === 0) return fault('wrong-sequence', 'A change does not start from its record.');
  if (causality.withSeq(header.actor, header.seq) !== undefined) {
    return fault('repeated', 'A writer made two changes with the same number.');
  }
  const previous = header.seq === 1 ? undefined : causality.withSeq(header.actor, header.seq - 1);
  const continues = header.seq === 1 || (previous !== undefined && past.has(previous.hash));
  if (!continues) return fault('wrong-sequence', 'A change does not follow its writer’s previous one.');
  const latest = header.deps.reduce((max, dep) => Math.max(max, causality.get(dep)?.maxOp ?? 0), 0);
  if (header.startOp <= latest || header.maxOp >= maxCounter) {
    return fault('wrong-position', 'A change numbers its operations wrongly.');
  }
  return undefined;
};

const sameMembers = (ids: readonly string[], of: ReadonlySet<string>): boolean =>
  ids.length === of.size && ids.every((id) => of.has(id)) && new Set(ids).size === ids.length;

/**
 * Judges changes by nothing but themselves and their causal past (formats, section 2), before Automerge applies
 * anything. A change that depends on one that is not here waits; it is not wrong.
 */
export const judge = (live: Live, arrival: Arrival): Verdict => {
  const envelopes = readEnvelopes(arrival);
  if (!envelopes.ok) return { status: 'fault', fault: envelopes.error };
  const headers = envelopes.value;

  const earlier = new Set<string>();
  const missing = new Set<string>();
  for (const header of headers) {
    for (const dep of header.deps) {
      if (!earlier.has(dep) && live.causality().get(dep) === undefined) missing.add(dep);
    }
    earlier.add(header.hash);
  }
  if (headers.some((header) => missing.has(header.hash))) {
    return { status: 'fault', fault: fault('wrong-sequence', 'An entry carries its changes in the wrong order.') };
  }
  if (missing.size > 0) return { status: 'waiting', missing: [...missing].sort() };

  // A single change needs no graph of its own: nothing in the batch builds on it.
  const causality = headers.length === 1 ? live.causality() : live.causality().copy();
  const staged = [...live.staged];
  const fresh = new Map<string, Facts>();
  const admitted: Admitted[] = [];
  for (const [index, header] of headers.entries()) {
    const bytes = arrival.changes[index] ?? new Uint8Array();
    const past = causality.past(header.deps);
    const wrongOrder = checkOrder(header, past, causality);
    if (wrongOrder !== undefined) return { status: 'fault', fault: wrongOrder };
    const read = readOps(bytes, header, live.containers);
    if (!read.ok) return { status: 'fault', fault: read.error };
    const one: Staged = { bytes, header, ops: read.value, appliedHeads: appliedHeadsOf(header, staged) };
    const views = checkOps(live, one, staged, past, causality, (hash) => fresh.get(hash) ?? live.facts(hash));
    if (!views.ok) return { status: 'fault', fault: views.error };
    admitted.push({ staged: one, ops: views.value });
    if (headers.length > 1) {
      causality.add(header);
      fresh.set(header.hash, factsOf(read.value));
      staged.push(one);
    }
  }
  return { status: 'ready', admitted };
};

const nothing: ReadonlySet<string> = new Set();

/** Every value that is replaced and every character that is referred to exists in the causal past. */
const checkOps = (
  live: Live,
  change: Staged,
  staged: readonly Staged[],
  past: Past,
  causality: Causality,
  facts: (hash: string) => Facts,
): Result<readonly OpView[], DocumentFault> => {
  const unknown = err(fault('unknown-target', 'A change refers to something that its author cannot have seen.'));
  // A change that knows everything writes most fields for the first time, and what shows now says so.
  const { present } = live;
  const knowsAll = present !== undefined && past.whole && coversHeads(change.header.deps, present.heads);
  const isUnwritten = (path: string): boolean => knowsAll && isBlank(present.value, path);
  const views = new Map<string, OpView>();
  const written = new Map<string, string>();

  for (const set of change.ops.sets) {
    const own = written.get(set.path);
    const visible =
      own !== undefined
        ? new Set([own])
        : isUnwritten(set.path)
          ? nothing
          : visibleAt(live, staged, set, change.appliedHeads, past.has);
    if (!sameMembers(set.replaces, visible)) return unknown;
    const known = views.get(set.path)?.known ?? visible.size > 0;
    views.set(set.path, { path: set.path, action: 'set', value: set.value, known });
    written.set(set.path, set.id);
  }

  const makerOf = (id: OpId): Facts | undefined => {
    const maker = causality.maker(id.counter, id.actor);
    return maker !== undefined && past.has(maker.hash) ? facts(maker.hash) : undefined;
  };
  for (const text of change.ops.texts) {
    for (const id of text.refersTo) {
      const inserted = makerOf(id)?.inserts.get(text.objectId);
      if (inserted === undefined || !contains(inserted, id.counter)) return unknown;
    }
    views.set(text.path, {
      path: text.path,
      action: 'text',
      known: text.refersTo.length > 0 || wasWritten(live, staged, text, change, past, facts),
    });
  }
  return ok([...views.values()]);
};

/** Whether a prose field was written in the past of a change that refers to none of its characters. */
const wasWritten = (
  live: Live,
  staged: readonly Staged[],
  text: { readonly path: string; readonly objectId: string },
  change: Staged,
  past: Past,
  facts: (hash: string) => Facts,
): boolean => {
  if (onlyGenesis(live) && staged.length === 0) return false;
  if (!onlyGenesis(live) && live.handle.length(text.objectId, viewpoint(live, change.appliedHeads)) > 0) return true;
  return [...past.hashes()].some((hash) => facts(hash).paths.includes(text.path));
};
