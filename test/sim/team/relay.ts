import { toText } from '#shared/std/index.ts';
import {
  checkWire,
  decodeHeader,
  decodeWireEntry,
  isBranchVersion,
  isListVersion,
  readBranchObject,
  refusalCodes,
} from '#shared/sync/index.ts';
import type {
  IngestOutcome,
  LogKey,
  ReceivedEntry,
  Refusal,
  ReplicaPort,
  SessionReport,
  StoredEntry,
  SyncObject,
} from '#shared/sync/index.ts';
import { hash, verify, verifyBytes } from '#engine/crypto/index.ts';
import { createRelayRedactions } from '#relay/redactions.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import type { Dice } from './dice.ts';
import { plainMark } from './world.ts';

export const moods = ['honest', 'withholding', 'dropping', 'replaying', 'swapping', 'damaging', 'two-faced'] as const;
export type Mood = (typeof moods)[number];

/** What a relay holds, to begin another one with. */
export interface RelayStock {
  readonly entries: readonly ReceivedEntry[];
  readonly objects: readonly SyncObject[];
}

/**
 * A relay that may misbehave. It withholds what it has, says that it stored what it drops, serves again what was not
 * asked for, serves entries of other logs and other teams in the place of those that were, damages bytes, shows other
 * people another end of a log, brings deleted objects back and loses the ends of logs. It cannot read anything, so that
 * is all it can do; every byte that it ever gets is looked at.
 */
export const createSimRelay = (dice: Dice, stranger: () => StoredEntry) => {
  const held = createMemoryReplica();
  let mood: Mood = 'honest';
  const seen = new Map<string, StoredEntry>();
  /** Second entries for places that are taken: what a forked device sent to somebody else. */
  const rivals = new Map<string, StoredEntry>();
  const place = (log: LogKey, seq: number): string => `${log} ${seq}`;

  const look = (bytes: Uint8Array): void => {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(plainMark))
      throw new Error('The relay was handed something that it can read.');
  };

  const lie = (entry: StoredEntry): readonly StoredEntry[] => {
    if (dice.below(3) > 0) return [entry];
    switch (mood) {
      case 'withholding':
        return [];
      case 'replaying':
        return [dice.of([...seen.values()]) ?? entry, entry, entry];
      case 'swapping': {
        const other = dice.once(3) ? stranger() : (dice.of([...seen.values()]) ?? entry);
        return [{ ...other, log: entry.log, seq: entry.seq }];
      }
      case 'damaging': {
        const bytes = Uint8Array.from(entry.bytes);
        const at = dice.below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
        return [{ ...entry, bytes }];
      }
      case 'two-faced':
        return [rivals.get(place(entry.log, entry.seq)) ?? entry];
      case 'honest':
      case 'dropping':
        return [entry];
    }
  };

  const redactions = createRelayRedactions(
    {
      objects: () => [],
      object: (_team, id) => held.objectOf(id),
      read: (_team, wants, limits) => ({ entries: held.readNow(wants, limits) }),
      putObject: (_team, object) => held.putNow(object),
      replace: (_team, log, seq, name, bytes) => held.replace(log, seq, name, bytes),
      scrub: () => undefined,
    },
    0,
  );

  /** As the real one takes objects: lists of redactions are obeyed, and entries of forked logs prove themselves. */
  const mayPut = (object: SyncObject): boolean => {
    if (isBranchVersion(object.version)) {
      const entry = readBranchObject(object, hash, verifyBytes);
      const name = entry === undefined ? undefined : checkWire(entry.wire, hash);
      if (entry === undefined || name?.ok !== true) return false;
      return entry.wire.body === null || !redactions.isStated(entry, name.value.hash);
    }
    if (!isListVersion(object.version)) return true;
    const erased = redactions.read(object);
    if (erased === null) return false;
    if ((held.objectOf(object.id)?.version ?? 0) < object.version) redactions.obey(erased);
    return true;
  };

  /** The entries as they are stored: without content where their log has said so, and none where nobody has. */
  const store = async (entries: readonly ReceivedEntry[]): Promise<IngestOutcome> => {
    const refused: Refusal[] = [];
    const kept = entries.flatMap((entry): ReceivedEntry[] => {
      const checked = checkWire(entry.wire, hash);
      if (!checked.ok) return [entry];
      const bytes = redactions.toStore(entry, checked.value.hash);
      const wire = bytes === undefined ? undefined : decodeWireEntry(bytes);
      if (bytes !== undefined && wire?.ok === true) return [{ ...entry, wire: wire.value, bytes }];
      const { log } = entry;
      refused.push({
        log,
        seq: entry.header.seq,
        code: refusalCodes.malformed,
        sentence: 'Nothing says it was erased.',
      });
      return [];
    });
    const taken = await held.ingest(kept);
    return { ...taken, refused: [...refused, ...taken.refused] };
  };

  const replica: ReplicaPort = {
    ...held,
    read: async (wants, limits) => (await held.read(wants, limits)).flatMap(lie),
    ingest: async (entries) => {
      for (const { log, header, bytes } of entries) {
        look(bytes);
        const known = seen.get(place(log, header.seq));
        if (known === undefined) seen.set(place(log, header.seq), { log, seq: header.seq, bytes });
        else if (Buffer.compare(known.bytes, bytes) !== 0)
          rivals.set(place(log, header.seq), { log, seq: header.seq, bytes });
      }
      if (mood !== 'dropping' || !dice.once(2)) return store(entries);
      const heads = new Map(await held.vector());
      for (const { log, header, wire } of entries) {
        const checked = checkWire(wire, hash);
        if (checked.ok) heads.set(log, { seq: header.seq, hash: checked.value.hash });
      }
      return { heads, refused: [] };
    },
    objects: {
      ...held.objects,
      put: (object) => {
        if (object.bytes !== null) look(object.bytes);
        return mayPut(object) ? held.objects.put(object) : 'refused';
      },
    },
  };
  return {
    replica,
    /** As the real one (S53): signatures are looked at when a receiver complains, and a false one goes. */
    onReport: (report: SessionReport): void => {
      if (report.type !== 'rejected' || report.code !== refusalCodes.signature) return;
      const entry = held.entryAt(report.log, report.seq);
      const wire = entry === undefined ? undefined : decodeWireEntry(entry.bytes);
      const header = wire?.ok === true ? decodeHeader(wire.value.header) : undefined;
      if (wire?.ok !== true || header?.ok !== true) return;
      if (!verify(header.value.logId, wire.value.signature, 'entry', wire.value.header))
        held.cut(report.log, report.seq - 1);
    },
    setMood: (next: Mood): void => {
      mood = next;
    },
    /** Restored from an old backup: the end of one log is gone. */
    rollBack: async (): Promise<void> => {
      const [log, head] = dice.of([...(await held.vector())]) ?? [];
      if (log !== undefined && head !== undefined) held.cut(log, dice.below(head.seq));
    },
    fill: async ({ entries, objects }: RelayStock): Promise<void> => {
      await held.ingest(entries);
      for (const object of objects) await held.objects.put(object);
    },
    /** Every entry that ever reached it, whatever became of it since. */
    everything: (): ReceivedEntry[] =>
      [...seen.values(), ...rivals.values()].flatMap(({ bytes }): ReceivedEntry[] => {
        const wire = decodeWireEntry(bytes);
        const header = wire.ok ? decodeHeader(wire.value.header) : wire;
        if (!wire.ok || !header.ok) return [];
        return [{ log: toText(header.value.logId), header: header.value, wire: wire.value, bytes }];
      }),
  };
};

export type SimRelay = ReturnType<typeof createSimRelay>;
