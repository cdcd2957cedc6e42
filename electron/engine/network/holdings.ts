import { fromText, toText, type Clock } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, listOf, uintIn } from '#shared/sync/index.ts';
import type { SyncState } from '#shared/protocol/index.ts';
import type { Ledger } from '../ledger/index.ts';

type Heads = ReadonlyMap<string, number>;
type PeerView = SyncState['peers'][number];

interface PeerRow {
  readonly device_id: string;
  readonly vector: Uint8Array;
  readonly at: number;
  readonly via: string;
}

const readRows = listOf(fieldsOf({ log: bytesOf(32), seq: uintIn(1, Number.MAX_SAFE_INTEGER) }), 200_000);

const pack = (heads: Heads): Uint8Array =>
  encodeCbor(
    [...heads].flatMap(([log, seq]) => {
      const id = fromText(log);
      return id === undefined ? [] : [[id, seq]];
    }),
  );

const unpack = (bytes: Uint8Array): Map<string, number> => {
  const value = decodeCbor(bytes);
  const rows = value.ok ? (readRows(value.value) ?? []) : [];
  return new Map(rows.map(({ log, seq }) => [toText(log), seq]));
};

/**
 * What relays and teammates' machines are known to hold, from their own words only (SPEC S28, S44). From it follow how
 * many entries wait for whom, and when a teammate last had everything. Kept across starts.
 */
export const createHoldings = (ledger: Ledger, clock: Clock) => {
  const { db } = ledger;
  const put = db.prepare<unknown[]>('INSERT OR REPLACE INTO peers (device_id, vector, at, via) VALUES (?, ?, ?, ?)');
  const rows = db.prepare<unknown[], PeerRow>('SELECT device_id, vector, at, via FROM peers');
  const held = new Map<string, { heads: Map<string, number>; at: number; via: string }>();
  for (const row of rows.all()) held.set(row.device_id, { heads: unpack(row.vector), at: row.at, via: row.via });

  const myHeads = (): {
    readonly id: Uint8Array;
    readonly log: string;
    readonly seq: number;
    readonly readers: readonly string[] | null;
  }[] =>
    ledger.logKeys.ids().flatMap((id) => {
      const row = ledger.entries.log(id);
      if (row?.space_id == null) return [];
      return [{ id, log: toText(id), seq: row.head_seq, readers: ledger.spaces.get(row.space_id)?.readers ?? null }];
    });

  /** My logs that somebody may read, with what these lists contain of them. */
  const mineFor = (personId: string | null, lists: readonly Heads[]) =>
    myHeads()
      .filter(({ readers }) => personId === null || readers === null || readers.includes(personId))
      .map(({ id, log, seq }) => ({ id, seq, held: Math.max(0, ...lists.map((heads) => heads.get(log) ?? 0)) }));

  /** Entries of mine that somebody may read and none of these lists contain. */
  const missing = (personId: string | null, lists: readonly Heads[]): number =>
    mineFor(personId, lists).reduce((sum, one) => sum + Math.max(0, one.seq - one.held), 0);

  /** When somebody had everything we then had: at their last word, or just before I wrote the first thing they lack. */
  const syncedAt = (personId: string, lists: readonly Heads[], lastWord: number): number | null => {
    const mine = mineFor(personId, lists);
    if (mine.length > 0 && mine.every((one) => one.held === 0)) return null;
    return mine
      .filter((one) => one.held < one.seq)
      .reduce((time, one) => Math.min(time, ledger.entries.at(one.id, one.held + 1)?.received_at ?? time), lastWord);
  };

  const note = (source: string, heads: Heads, at: number, via: string): void => {
    const known = held.get(source)?.heads ?? new Map<string, number>();
    for (const [log, seq] of heads) known.set(log, Math.max(seq, known.get(log) ?? 0));
    held.set(source, { heads: known, at: Math.max(at, held.get(source)?.at ?? 0), via });
    behind.add(source);
  };
  const behind = new Set<string>();

  return {
    note,
    /** When a device last said what it holds; null if it never did. */
    heardAt: (source: string): number | null => held.get(source)?.at ?? null,
    heads: (source: string): Heads => held.get(source)?.heads ?? new Map(),
    /** Writes what changed since the last time; call now and then, it is worth no transaction of its own each time. */
    save: (): void => {
      for (const source of behind) {
        const one = held.get(source);
        if (one !== undefined) put.run(source, pack(one.heads), one.at, one.via);
      }
      behind.clear();
    },
    /** Entries of mine that are known to be nowhere but here. */
    pending: (): number =>
      missing(
        null,
        [...held.values()].map((one) => one.heads),
      ),
    peers: (): PeerView[] => {
      const now = clock.now();
      return [...ledger.graph.now().people.values()]
        .filter((member) => member.personId !== ledger.me.personId && member.state !== 'removed')
        .map((member) => {
          const theirs = member.devices.flatMap((id) => held.get(id) ?? []);
          const lists = theirs.map((one) => one.heads);
          const latest = theirs.reduce<(typeof theirs)[number] | undefined>(
            (best, one) => (best === undefined || one.at > best.at ? one : best),
            undefined,
          );
          return {
            personId: member.personId,
            syncedAt: latest === undefined ? null : syncedAt(member.personId, lists, Math.min(now, latest.at)),
            waiting: missing(member.personId, lists),
            via: latest === undefined ? 'none' : latest.via === 'lan' ? 'lan' : 'relay',
          };
        });
    },
  };
};

export type Holdings = ReturnType<typeof createHoldings>;
