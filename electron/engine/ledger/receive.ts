import { equalBytes, ok, toText, type Clock, type Result } from '#shared/std/index.ts';
import { decodeHeader, readBranchObject } from '#shared/sync/index.ts';
import type {
  ForkProof as SeenFork,
  Header,
  PutOutcome,
  ReceivedEntry,
  Redaction,
  Refusal,
  StoredChange,
  SyncObject,
} from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { hash, verify, verifyBytes } from '../crypto/index.ts';
import type { Keyring } from '../keys/index.ts';
import type { WrittenAct } from '../members/index.ts';
import type { EntryTables, Holes } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import type { Branches } from './branches.ts';
import { forkProof, takeEntry, type ForkProof, type Taken } from './chain.ts';
import type { Erasures } from './erasure.ts';
import { openEntry } from './open-entry.ts';

export interface ReceiveDeps {
  readonly entries: EntryTables;
  readonly holes: Holes;
  readonly graph: ActGraph;
  readonly erasures: Erasures;
  readonly branches: Branches;
  readonly keyring: Keyring;
  readonly space: { readonly members: Uint8Array; readonly team: Uint8Array };
  readonly me: { readonly personId: string };
  readonly clock: Clock;
  readonly transact: <T>(
    origin: StoredChange['origin'],
    work: () => Result<T, ProtocolError>,
  ) => Result<T, ProtocolError>;
  /** Judges stored entries and notes what that changed. */
  readonly process: (ids: readonly number[]) => void;
  readonly noteHead: (logId: Uint8Array) => void;
  readonly writeAct: (act: WrittenAct) => Result<Uint8Array, ProtocolError>;
  /** Tells nobody of forks. */
  readonly silent: boolean;
}

/** Takes what comes from elsewhere: entries, and redactions that prove themselves. One durable transaction a call. */
export const createReceive = (deps: ReceiveDeps) => {
  const { entries, holes, graph, erasures, branches, keyring, space, me } = deps;

  /** An admin's list counts for what the whole team reads, and for logs that cannot be read here. */
  const isTeams = (logId: Uint8Array): boolean => {
    const spaceId = entries.log(logId)?.space_id ?? null;
    return spaceId === null || spaceId === toText(space.team);
  };
  const isRedacted = (logId: Uint8Array, seq: number, entryHash: Uint8Array): boolean =>
    erasures.allows(logId, seq, entryHash) ||
    (isTeams(logId) &&
      graph
        .now()
        .redactions.some((pin) => pin.seq === seq && equalBytes(pin.logId, logId) && equalBytes(pin.hash, entryHash)));

  const hasKey = ({ epochTag, logId }: Header): boolean => deps.keyring.byTag(epochTag, logId) !== undefined;
  const { learnOwner } = erasures;
  const chain = { entries, holes, branches, isRedacted, isStated: erasures.isStated, hasKey, learnOwner };

  /**
   * A fork concerns what everybody believes of a device, so the proof goes to everybody as an act; of a log in `team`
   * with the certificate that says whose it is. Private spaces have no names in `members`: their readers know it from
   * the log itself. A device that cannot write an act (it has no key yet, or the log is its own) leaves it to the others.
   */
  const tellOfFork = ({ mine, theirs }: ForkProof): void => {
    const header = decodeHeader(mine.header);
    const log = header.ok ? entries.log(header.value.logId) : undefined;
    if (deps.silent || log === undefined || graph.now().person(me.personId) === undefined) return;
    const sides = {
      headerA: mine.header,
      signatureA: mine.signature,
      headerB: theirs.header,
      signatureB: theirs.signature,
    };
    if (log.space_id === toText(space.members)) return void deps.writeAct({ kind: 'fork', ...sides });
    const first = log.space_id === toText(space.team) ? entries.at(log.log, 1) : undefined;
    const certificate = first === undefined ? null : openEntry(first, { entries, keyring }).opened?.body.certificate;
    if (certificate != null) deps.writeAct({ kind: 'device-fork', ...sides, certificate });
  };

  /** Inside `transact`: takes entries one by one, and judges what came of it once at the end. */
  const takeAll = (received: readonly ReceivedEntry[], via: string, loose: boolean): readonly Taken[] => {
    const fresh: number[] = [];
    const forks: ForkProof[] = [];
    const moved = new Map<string, Uint8Array>();
    const onRedaction = (redaction: Redaction): void => {
      holes.fill(redaction.logId, redaction.seq);
      const held = erasures.take(redaction) ? entries.byHash(redaction.hash) : undefined;
      if (held !== undefined) fresh.push(held.id);
    };
    const onGround = (ids: readonly number[]): void => void fresh.push(...ids);
    const outcomes = received.map((entry) => {
      const taken = takeEntry({ ...chain, onRedaction, onGround, loose }, entry, deps.clock.now(), via);
      if (taken.outcome === 'aside') {
        fresh.push(...taken.ids);
      }
      if ('fork' in taken && taken.fork !== undefined) forks.push(taken.fork);
      if (taken.outcome === 'hollow') moved.set(entry.log, entry.header.logId);
      if (taken.outcome === 'new') {
        if (!taken.locked) fresh.push(taken.id);
        moved.set(entry.log, entry.header.logId);
      }
      return taken;
    });
    for (const logId of moved.values()) deps.noteHead(logId);
    deps.process(fresh);
    for (const fork of forks) tellOfFork(fork);
    return outcomes;
  };

  /** Takes an entry of a log that forked, which may come before what it follows (SPEC S33). */
  const takeLoose = (entry: ReceivedEntry, id: Uint8Array, via: string): Result<PutOutcome, ProtocolError> =>
    deps.transact('received', () => {
      const [taken] = takeAll([entry], via, true);
      if (taken?.outcome === 'refused') return ok('refused');
      const kept = branches.table.byId(id);
      const row = kept === undefined ? entries.at(entry.header.logId, entry.header.seq) : undefined;
      if (row !== undefined) branches.recognize(row, entry.header);
      return ok(taken?.outcome === 'known' ? 'held' : 'stored');
    });

  return {
    isRedacted,
    /** Takes redactions that prove themselves, ahead of their entries or behind them, in one transaction. */
    takeRedactions: (list: readonly Redaction[]): Result<void, ProtocolError> => {
      if (list.every(({ logId, seq, hash }) => erasures.isStated(logId, seq, hash))) return ok(undefined);
      return deps.transact('received', () => {
        for (const { logId, seq } of list) holes.fill(logId, seq);
        const moved = list.filter((one) => erasures.take(one)).flatMap(({ hash: name }) => entries.byHash(name) ?? []);
        deps.process(moved.map((row) => row.id));
        return ok(undefined);
      });
    },
    /** Takes entries from elsewhere, in one transaction; what cannot be taken comes back with the reason. */
    take: (received: readonly ReceivedEntry[], via: string): Result<readonly Refusal[], ProtocolError> =>
      deps.transact('received', () => {
        const refused: Refusal[] = [];
        for (const taken of takeAll(received, via, false)) if ('refusal' in taken) refused.push(taken.refusal);
        return ok(refused);
      }),
    /** Takes an object that is an entry of a log that forked, in one transaction. */
    takeBranch: (object: SyncObject, via: string): Result<PutOutcome, ProtocolError> => {
      const entry = readBranchObject(object, hash, verifyBytes);
      return entry === undefined ? ok('refused') : takeLoose(entry, object.id, via);
    },
    /** The same for an entry from this replica's own store, whose content it may have dropped on its readers' word alone. */
    takeBeside: (entry: ReceivedEntry, id: Uint8Array): Result<PutOutcome, ProtocolError> =>
      takeLoose(entry, id, 'local'),
    /** Two sides of a session found out that they hold different branches of a log: what is here is offered (S33). */
    noteFork: ({ theirs }: Pick<SeenFork, 'theirs'>): Result<void, ProtocolError> => {
      const header = decodeHeader(theirs.header);
      if (!header.ok) return ok(undefined);
      const { logId, seq } = header.value;
      const mine = entries.at(logId, seq);
      if (mine === undefined || equalBytes(mine.header, theirs.header)) return ok(undefined);
      if (!verify(logId, theirs.signature, 'entry', theirs.header)) return ok(undefined);
      return deps.transact('received', () => {
        const froze = entries.freeze(logId, forkProof(mine, theirs));
        branches.open(logId, seq);
        if (froze) tellOfFork({ mine, theirs });
        return ok(undefined);
      });
    },
  };
};
