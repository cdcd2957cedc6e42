import { equalBytes, toText } from '#shared/std/index.ts';
import {
  branchId,
  branchVersions,
  decodeWireEntry,
  encodeRedaction,
  encodeWireEntry,
  entryHash as entryHashOf,
  isListVersion,
  proofOfBlank,
  readRedactionList,
} from '#shared/sync/index.ts';
import type { LogKey, ReceivedEntry, Redaction, SyncObject } from '#shared/sync/index.ts';
import { hash, verify } from './sodium.ts';
import type { RelayStore, TeamId } from './store/index.ts';

/** As much of a store as erasing takes. */
export type ErasableStore = Pick<RelayStore, 'objects' | 'object' | 'read' | 'putObject' | 'replace' | 'scrub'>;

/**
 * What logs of one team had erased (S45, S46, S58). A relay cannot read anything, so it obeys the log's own key only:
 * bodies it holds are overwritten, bodies that come later are not stored.
 */
export const createRelayRedactions = (store: ErasableStore, team: TeamId) => {
  /** By log, because most logs never erase anything: what comes in of those costs one look. */
  const known = new Map<LogKey, Map<string, Redaction>>();
  const nameOf = (seq: number, entryHash: Uint8Array): string => `${seq}:${toText(entryHash)}`;
  const learn = (list: readonly Redaction[]): void => {
    for (const one of list) {
      const log = toText(one.logId);
      const ofLog = known.get(log) ?? new Map<string, Redaction>();
      ofLog.set(nameOf(one.seq, one.hash), one);
      known.set(log, ofLog);
    }
  };
  const statedOf = ({ log, header }: ReceivedEntry, entryHash: Uint8Array): Redaction | undefined =>
    known.get(log)?.get(nameOf(header.seq, entryHash));
  for (const { id, version } of store.objects(team)) {
    const object = isListVersion(version) ? store.object(team, id) : undefined;
    // Signatures were checked before it was stored.
    if (object !== undefined) learn(readRedactionList(object, hash, () => true) ?? []);
  }

  const blank = (bytes: Uint8Array, redaction: Redaction): Uint8Array | undefined => {
    const wire = decodeWireEntry(bytes);
    if (!wire.ok || (wire.value.body === null && wire.value.redaction !== undefined)) return undefined;
    const { header, signature } = wire.value;
    return encodeWireEntry({ header, signature, body: null, redaction: encodeRedaction(redaction) });
  };

  const isNamed = (bytes: Uint8Array, { hash: name }: Redaction): boolean => {
    const wire = decodeWireEntry(bytes);
    return wire.ok && equalBytes(entryHashOf(hash, wire.value.header), name);
  };

  /** The same for an entry of a log that forked, which lies beside it (S33). */
  const obeyBeside = (redaction: Redaction): boolean => {
    const id = branchId(hash, redaction.hash);
    const held = store.object(team, id);
    const bytes = held?.bytes == null ? undefined : blank(held.bytes, redaction);
    if (bytes === undefined) return false;
    store.putObject(team, { id, version: branchVersions.blank, bytes });
    return true;
  };

  return {
    /** Whether the log has said that this entry's content is to go. */
    isStated: (entry: ReceivedEntry, entryHash: Uint8Array): boolean => statedOf(entry, entryHash) !== undefined,
    /** Null for anything but a valid list of redactions. */
    read: (object: SyncObject): readonly Redaction[] | null => readRedactionList(object, hash, verify) ?? null,
    /** Overwrites the bodies that a stored list names. */
    obey: (list: readonly Redaction[]): void => {
      let changed = false;
      for (const redaction of list) {
        const log = toText(redaction.logId);
        const { seq } = redaction;
        const [held] = store.read(team, [{ log, from: seq, to: seq }], { maxEntries: 1, maxBytes: 0 }).entries;
        changed = obeyBeside(redaction) || changed;
        const bytes = held === undefined || !isNamed(held.bytes, redaction) ? undefined : blank(held.bytes, redaction);
        if (bytes === undefined) continue;
        store.replace(team, log, seq, redaction.hash, bytes);
        changed = true;
      }
      learn(list);
      if (changed) store.scrub();
    },
    /** The bytes to store for an entry; undefined when it comes without content, and nothing proves that this is right. */
    toStore: (entry: ReceivedEntry, entryHash: Uint8Array): Uint8Array | undefined => {
      const { wire, header } = entry;
      if (wire.redaction !== undefined)
        return proofOfBlank(wire, header, entryHash, verify) === undefined ? undefined : entry.bytes;
      const redaction = statedOf(entry, entryHash);
      // Without its content nobody could put it in its place any more (S46).
      if (redaction === undefined) return wire.body === null ? undefined : entry.bytes;
      return blank(entry.bytes, redaction) ?? entry.bytes;
    },
  };
};
