import { equalBytes, ok, toText, type Clock, type Result } from '#shared/std/index.ts';
import { decodeHeader } from '#shared/sync/index.ts';
import type { Header, ReceivedEntry, Redaction, Refusal, StoredChange } from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { Keyring } from '../keys/index.ts';
import type { WrittenAct } from '../members/index.ts';
import type { EntryTables, Holes } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import { takeEntry, type ForkProof } from './chain.ts';
import type { Erasures } from './erasure.ts';

export interface ReceiveDeps {
  readonly entries: EntryTables;
  readonly holes: Holes;
  readonly graph: ActGraph;
  readonly erasures: Erasures;
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
}

/** Takes what comes from elsewhere: entries, and redactions that prove themselves. One durable transaction a call. */
export const createReceive = (deps: ReceiveDeps) => {
  const { entries, holes, graph, erasures, space, me } = deps;

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
  const chain = { entries, holes, isRedacted, isStated: erasures.isStated, hasKey };

  /**
   * A fork of a members log concerns what everybody believes of the team, so the proof goes to everybody as an act. A
   * device that cannot write one (it has no key yet, or the log is its own) leaves it to the others.
   */
  const tellOfFork = ({ mine, theirs }: ForkProof): void => {
    const header = decodeHeader(mine.header);
    const log = header.ok ? entries.log(header.value.logId) : undefined;
    if (log?.space_id !== toText(space.members)) return;
    if (graph.now().person(me.personId) === undefined) return;
    deps.writeAct({
      kind: 'fork',
      headerA: mine.header,
      signatureA: mine.signature,
      headerB: theirs.header,
      signatureB: theirs.signature,
    });
  };

  return {
    isRedacted,
    /** Takes redactions that prove themselves, ahead of their entries or behind them, in one transaction. */
    takeRedactions: (list: readonly Redaction[]): Result<void, ProtocolError> => {
      if (list.every(({ logId, seq, hash }) => erasures.isStated(logId, seq, hash))) return ok(undefined);
      return deps.transact('received', () => {
        const moved = list
          .filter((one) => erasures.take(one))
          .flatMap(({ logId, seq }) => entries.at(logId, seq) ?? []);
        deps.process(moved.map((row) => row.id));
        return ok(undefined);
      });
    },
    /** Takes entries from elsewhere, in one transaction; what cannot be taken comes back with the reason. */
    take: (received: readonly ReceivedEntry[], via: string): Result<readonly Refusal[], ProtocolError> =>
      deps.transact('received', () => {
        const refused: Refusal[] = [];
        const fresh: number[] = [];
        const forks: ForkProof[] = [];
        const onRedaction = (redaction: Redaction): void => {
          const held = erasures.take(redaction) ? entries.at(redaction.logId, redaction.seq) : undefined;
          if (held !== undefined) fresh.push(held.id);
        };
        const moved = new Map<string, Uint8Array>();
        for (const entry of received) {
          const taken = takeEntry({ ...chain, onRedaction }, entry, deps.clock.now(), via);
          if (taken.outcome === 'refused') {
            refused.push(taken.refusal);
            if (taken.fork !== undefined) forks.push(taken.fork);
          }
          if (taken.outcome !== 'new') continue;
          if (!taken.locked) fresh.push(taken.id);
          moved.set(entry.log, entry.header.logId);
        }
        for (const logId of moved.values()) deps.noteHead(logId);
        deps.process(fresh);
        for (const fork of forks) tellOfFork(fork);
        return ok(refused);
      }),
  };
};
