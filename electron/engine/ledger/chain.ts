import { encodeCbor, decodeHeader, emptyLogEnd, checkWire, proofOfBlank } from '#shared/sync/index.ts';
import type { Header, ReceivedEntry, Redaction, Refusal, WireEntry } from '#shared/sync/index.ts';
import { equalBytes } from '#shared/std/index.ts';
import { hash, verify, verifyBytes } from '../crypto/index.ts';
import { refusal } from '../replica/index.ts';
import { noKey } from './open-entry.ts';
import { unknownMeaning } from '../store/index.ts';
import type { EntryMeaning, EntryRow, EntryTables, Holes, LogRow } from '../store/index.ts';

export type Taken =
  | {
      readonly outcome: 'new';
      readonly id: number;
      /** There is nothing to judge: its key is not here. */
      readonly locked: boolean;
    }
  | { readonly outcome: 'known' }
  | {
      readonly outcome: 'refused';
      readonly refusal: Refusal;
      /** What proves the fork that froze the log just now. */
      readonly fork?: ForkProof;
    };

/** Two signed headers for one place in one log. */
export interface ForkProof {
  readonly mine: Pick<WireEntry, 'header' | 'signature'>;
  readonly theirs: Pick<WireEntry, 'header' | 'signature'>;
}

/** Signature of an entry: the log key over the header, which covers the body through its hash. */
export const signatureHolds = (logId: Uint8Array, wire: WireEntry): boolean =>
  verify(logId, wire.signature, 'entry', wire.header);

export interface ChainDeps {
  readonly entries: EntryTables;
  readonly holes: Holes;
  /** Whether the team has erased the content of this entry. */
  readonly isRedacted: (logId: Uint8Array, seq: number, hash: Uint8Array) => boolean;
  /** Whether its own log has said so: then its content is not stored again, whoever brings it. */
  readonly isStated: (logId: Uint8Array, seq: number, hash: Uint8Array) => boolean;
  /** Whether an entry's key is here, as far as its header tells. */
  readonly hasKey: (header: Header) => boolean;
  /** Keeps a redaction that came with an entry. */
  readonly onRedaction: (redaction: Redaction) => void;
}

/**
 * Takes one entry into its log, if it is the next one and properly signed (FORMATS 1 and 4). Reading the body comes
 * later: an entry that cannot be opened here is still stored and carried for those who can. A second, different entry
 * at a place that is taken is a fork: if its signature holds, the log is frozen with both as proof, and what either
 * branch had delivered stays.
 */
export const takeEntry = (
  { entries, holes, isRedacted, isStated, hasKey, onRedaction }: ChainDeps,
  entry: ReceivedEntry,
  receivedAt: number,
  via: string,
): Taken => {
  const refuse = (code: Parameters<typeof refusal>[1], sentence: string): Taken => ({
    outcome: 'refused',
    refusal: refusal(entry, code, sentence),
  });
  const checked = checkWire(entry.wire, hash);
  if (!checked.ok) return refuse('malformed', checked.error.sentence);
  const { header } = checked.value;
  const proof = proofOfBlank(entry.wire, header, checked.value.hash, verifyBytes);
  if (proof !== undefined) onRedaction(proof);
  // Whoever carries entries could otherwise erase them for everybody behind them (FORMATS 8).
  if (entry.wire.body === null && !isRedacted(header.logId, header.seq, checked.value.hash))
    return refuse('malformed', 'An entry comes without its content, and nothing says that it was erased.');
  const forked = (held: EntryRow | undefined, sentence: string): Taken => {
    const refused = { outcome: 'refused' as const, refusal: refusal(entry, 'fork', sentence) };
    if (held === undefined) return refused;
    const froze = entries.freeze(header.logId, forkProof(held, entry.wire));
    return froze && held.seq === header.seq ? { ...refused, fork: { mine: held, theirs: entry.wire } } : refused;
  };
  const store = (): Taken => {
    const { header: headerBytes, signature } = entry.wire;
    const body = isStated(header.logId, header.seq, checked.value.hash) ? null : entry.wire.body;
    const row = { hash: checked.value.hash, log: header.logId, seq: header.seq, header: headerBytes, signature, body };
    const locked = body !== null && !hasKey(header);
    const meaning: EntryMeaning = locked ? { ...unknownMeaning, state: 'locked', reason: noKey } : unknownMeaning;
    return { outcome: 'new', id: entries.insert(row, receivedAt, via, meaning), locked };
  };
  const log = entries.log(header.logId);
  if (log !== undefined && header.seq <= log.head_seq) {
    const held = entries.at(header.logId, header.seq);
    if (held !== undefined && equalBytes(held.hash, checked.value.hash)) return { outcome: 'known' };
    if (!signatureHolds(header.logId, entry.wire))
      return refuse('signature', 'The signature of an entry does not hold.');
    if (held === undefined) {
      if (!fits(entries, log, header, checked.value.hash))
        return refuse('gap', 'An entry does not fit between those around its place.');
      holes.fill(header.logId, header.seq);
      return store();
    }
    return forked(
      held,
      'Two different entries claim the same place in one log; the device behind it is not believed any more.',
    );
  }
  if (log?.fork != null)
    return refuse('fork', 'This log is frozen since two different entries claimed one place in it.');
  const end = log === undefined ? emptyLogEnd : { seq: log.head_seq, hash: log.head_hash };
  if (header.seq !== end.seq + 1) return refuse('gap', 'An entry before this one is missing.');
  if (!signatureHolds(header.logId, entry.wire)) return refuse('signature', 'The signature of an entry does not hold.');
  if (!equalBytes(header.prevHash, end.hash)) {
    const held = entries.at(header.logId, end.seq);
    return forked(held, 'An entry continues another history of its log than the one known here.');
  }
  const stored = store();
  entries.setHead(header.logId, header.seq, checked.value.hash);
  return stored;
};

/**
 * Whether an entry belongs at an empty place before its log's end: it follows the entry before it, and the one after
 * it, or the recorded end, follows it. A place is empty only after a repair took a damaged entry out of it.
 */
const fits = (entries: EntryTables, log: LogRow, header: Header, name: Uint8Array): boolean => {
  const before = header.seq === 1 ? emptyLogEnd : entries.at(log.log, header.seq - 1);
  if (before === undefined || !equalBytes(before.hash, header.prevHash)) return false;
  if (header.seq === log.head_seq) return equalBytes(name, log.head_hash);
  const after = entries.at(log.log, header.seq + 1);
  if (after === undefined) return true;
  const next = decodeHeader(after.header);
  return next.ok && equalBytes(next.value.prevHash, name);
};

const forkProof = (mine: WireEntry, theirs: WireEntry): Uint8Array =>
  encodeCbor([mine.header, mine.signature, theirs.header, theirs.signature]);
