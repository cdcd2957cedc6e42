import { encodeCbor, decodeHeader, emptyLogEnd, checkWire, proofOfBlank } from '#shared/sync/index.ts';
import type { Header, ReceivedEntry, Redaction, Refusal, WireEntry } from '#shared/sync/index.ts';
import { equalBytes } from '#shared/std/index.ts';
import { hash, verify, verifyBytes } from '../crypto/index.ts';
import { refusal } from '../replica/index.ts';
import { noKey } from './open-entry.ts';
import { unknownMeaning } from '../store/index.ts';
import type { EntryMeaning, EntryRow, EntryTables, Holes, LogRow } from '../store/index.ts';
import type { Branches } from './branches.ts';
import { isUnsignedWord } from './erasure.ts';

export type Taken =
  | {
      readonly outcome: 'new';
      readonly id: number;
      /** There is nothing to judge: its key is not here. */
      readonly locked: boolean;
      /** What had come before it turns out to be of another branch of its log. */
      readonly fork?: ForkProof;
    }
  | { readonly outcome: 'known' }
  /** It is the next one of its log, came without its content, and nothing says that this is right: it is asked of others. */
  | { readonly outcome: 'hollow' }
  /** It is on another branch of its log than the one here, and kept beside it; `ids` can be judged because of it. */
  | {
      readonly outcome: 'aside';
      readonly ids: readonly number[];
      readonly refusal: Refusal;
      readonly fork?: ForkProof;
    }
  | {
      readonly outcome: 'refused';
      readonly refusal: Refusal;
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
  readonly branches: Branches;
  /** Whether the team has erased the content of this entry. */
  readonly isRedacted: (logId: Uint8Array, seq: number, hash: Uint8Array) => boolean;
  /** Whether its own log has said so: then its content is not stored again, whoever brings it. */
  readonly isStated: (logId: Uint8Array, seq: number, hash: Uint8Array) => boolean;
  /** Whether an entry's key is here, as far as its header tells. */
  readonly hasKey: (header: Header) => boolean;
  /** Takes the certificate that came with a first entry without content; whether it was news. */
  readonly learnOwner: (header: Header, hash: Uint8Array, word: Uint8Array | undefined) => boolean;
  /** Keeps a redaction that came with an entry. */
  readonly onRedaction: (redaction: Redaction) => void;
  /** What lies behind an entry of a log that forked has its ground now. */
  readonly onGround: (ids: readonly number[]) => void;
  /** Entries may come before those they follow: that is how branches travel (SPEC S33). */
  readonly loose: boolean;
}

/**
 * Takes one entry into its log, if it is the next one and properly signed (FORMATS 1 and 4). Reading the body comes
 * later: an entry that cannot be opened here is still stored and carried for those who can. A second, different entry
 * at a place that is taken is a fork: if its signature holds, the log is marked with both as proof, and the entry is
 * kept beside it.
 */
export const takeEntry = (
  { entries, holes, branches, isRedacted, isStated, hasKey, learnOwner, onRedaction, onGround, loose }: ChainDeps,
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
  const bare = entry.wire.body === null && !isRedacted(header.logId, header.seq, checked.value.hash);
  const { redaction: word } = entry.wire;
  if (bare && word !== undefined && !isUnsignedWord(word))
    return refuse('malformed', 'What says that the content of an entry was erased does not hold.');
  const branchOff = (sentence: string, held: EntryRow | undefined): Taken => {
    if (!signatureHolds(header.logId, entry.wire))
      return refuse('signature', 'The signature of an entry does not hold.');
    const froze = held !== undefined && entries.freeze(header.logId, forkProof(held, entry.wire));
    const body = isStated(header.logId, header.seq, checked.value.hash) ? null : entry.wire.body;
    const { signature } = entry.wire;
    const wire = { header: entry.wire.header, signature, body };
    const ids = branches.aside({ wire, header, hash: checked.value.hash }, receivedAt, via);
    const no = refusal(entry, 'fork', sentence);
    if (ids === undefined) return { outcome: 'refused', refusal: no };
    const proven = froze && held.seq === header.seq ? { fork: { mine: held, theirs: entry.wire } } : {};
    return { outcome: 'aside', ids, refusal: no, ...proven };
  };
  const store = (): Extract<Taken, { outcome: 'new' }> => {
    const { header: headerBytes, signature } = entry.wire;
    const body = isStated(header.logId, header.seq, checked.value.hash) ? null : entry.wire.body;
    const row = { hash: checked.value.hash, log: header.logId, seq: header.seq, header: headerBytes, signature, body };
    const locked = body !== null && !hasKey(header);
    const meaning: EntryMeaning = locked ? { ...unknownMeaning, state: 'locked', reason: noKey } : unknownMeaning;
    return { outcome: 'new', id: entries.insert(row, receivedAt, via, meaning), locked };
  };
  // Whoever carries entries could otherwise erase them for everybody behind them (FORMATS 8).
  const noProof = (): Taken =>
    refuse('malformed', 'An entry comes without its content, and nothing says that it was erased.');
  /** Its place in the chain holds without its content, so what follows it can be taken (redaction.md, R6). */
  const storeHollow = (): Taken => {
    const { header: headerBytes, signature } = entry.wire;
    const row = { hash: checked.value.hash, log: header.logId, seq: header.seq, header: headerBytes, signature };
    const owned = learnOwner(header, checked.value.hash, entry.wire.redaction);
    const meaning: EntryMeaning = owned ? unknownMeaning : { ...unknownMeaning, state: 'erased', reason: hollow };
    const id = entries.insert({ ...row, body: null }, receivedAt, via, meaning);
    entries.setHead(header.logId, header.seq, checked.value.hash);
    holes.add(header.logId, header.seq);
    return owned ? { outcome: 'new', id, locked: false } : { outcome: 'hollow' };
  };
  /** An entry that was here without its content. */
  const refill = (held: EntryRow, body: Uint8Array): Taken => {
    const locked = !hasKey(header);
    // Entries behind it may have been judged without it: it is taken up as one that was locked until now.
    entries.fill(held.id, body, { ...unknownMeaning, state: 'locked', reason: noKey });
    holes.fill(header.logId, header.seq);
    return { outcome: 'new', id: held.id, locked };
  };
  /** What lay beside the log, because it came before what it follows, may be of another branch than this next entry (S30). */
  const noticeFork = (row: EntryRow): { readonly fork?: ForkProof } => {
    const other = branches.contradicting(header.logId, row);
    if (other === undefined || !entries.freeze(header.logId, forkProof(row, other))) return {};
    branches.open(header.logId, row.seq);
    return other.seq === row.seq ? { fork: { mine: row, theirs: other } } : {};
  };
  const log = entries.log(header.logId);
  const end = log === undefined ? emptyLogEnd : { seq: log.head_seq, hash: log.head_hash };
  const isNext = header.seq === end.seq + 1 && equalBytes(header.prevHash, end.hash);
  const isAside = branches.any() && entries.byHash(checked.value.hash) !== undefined;
  if (log !== undefined && header.seq <= log.head_seq) {
    const held = entries.at(header.logId, header.seq);
    if (held !== undefined && equalBytes(held.hash, checked.value.hash)) {
      const { body } = entry.wire;
      if (held.body !== null || !holes.has(header.logId, header.seq)) return { outcome: 'known' };
      if (body !== null) return refill(held, body);
      if (!learnOwner(header, checked.value.hash, entry.wire.redaction)) return { outcome: 'known' };
      entries.setMeaning(held.id, unknownMeaning);
      return { outcome: 'new', id: held.id, locked: false };
    }
    if (bare) return noProof();
    if (isAside) return { outcome: 'aside', ids: [], refusal: refusal(entry, 'fork', twice) };
    if (held !== undefined) return branchOff(twice, held);
    if (!signatureHolds(header.logId, entry.wire))
      return refuse('signature', 'The signature of an entry does not hold.');
    if (!fits(entries, log, header, checked.value.hash))
      return refuse('gap', 'An entry does not fit between those around its place.');
    holes.fill(header.logId, header.seq);
    return store();
  }
  if (isNext) {
    const known = isAside ? entries.byHash(checked.value.hash) : undefined;
    if (known !== undefined) {
      onGround(branches.moveInto(header.logId, known));
      entries.setHead(header.logId, header.seq, known.hash);
      return { outcome: 'new', id: known.id, locked: false, ...noticeFork(known) };
    }
    if (!signatureHolds(header.logId, entry.wire))
      return refuse('signature', 'The signature of an entry does not hold.');
    if (bare) return loose || log?.fork != null ? noProof() : storeHollow();
    const stored = store();
    entries.setHead(header.logId, header.seq, checked.value.hash);
    const row = branches.any() ? entries.byId(stored.id) : undefined;
    if (row === undefined) return stored;
    onGround(branches.follow(row, header, log?.fork != null));
    return { ...stored, ...noticeFork(row) };
  }
  if (bare) return noProof();
  if (isAside) return { outcome: 'aside', ids: [], refusal: refusal(entry, 'fork', otherHistory) };
  if (header.seq === end.seq + 1 && end.seq > 0) return branchOff(otherHistory, entries.at(header.logId, end.seq));
  const follows = entries.byHash(header.prevHash);
  if (loose || (log?.fork != null && follows?.seq === header.seq - 1)) return branchOff(otherHistory, undefined);
  return refuse('gap', 'An entry before this one is missing.');
};

const hollow =
  'Its content is not here: it was erased, or left out by whoever sent the entry. Others are asked for it.';
const twice = 'Two different entries claim the same place in one log; the device behind it is not believed any more.';
const otherHistory = 'An entry continues another history of its log than the one known here.';

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

/** Two signed headers as a log keeps them. */
export const forkProof = (mine: ForkProof['mine'], theirs: ForkProof['theirs']): Uint8Array =>
  encodeCbor([mine.header, mine.signature, theirs.header, theirs.signature]);
