import { equalBytes, toText } from '../std/index.ts';
import type { VerifyBytes } from './grants.ts';
import { framed } from './hashing.ts';
import type { Hash } from './hashing.ts';
import { checkWire, decodeWireEntry, encodeWireEntry } from './header.ts';
import type { WireEntry } from './header.ts';
import { firstListVersion, proofOfBlank } from './redaction.ts';
import type { ReceivedEntry, SyncObject } from './replica.ts';

/**
 * Versions of branch objects (S33): entries of a log that forked, carried one by one beside the logs. The second one is
 * that of an entry whose content was erased, so that it replaces the first everywhere.
 */
export const branchVersions = { whole: 2 ** 51, blank: 2 ** 51 + 1 } as const;

/** Whether an object with such a version is taken only as a branch entry. */
export const isBranchVersion = (version: number): boolean =>
  version >= branchVersions.whole && version < firstListVersion;

/** Where an entry of a forked log lies: nothing else fits there. */
export const branchId = (hash: Hash, entryHash: Uint8Array): Uint8Array => hash('branch', entryHash);

export const buildBranchObject = (id: Uint8Array, wire: WireEntry): SyncObject => ({
  id,
  version: wire.body === null ? branchVersions.blank : branchVersions.whole,
  bytes: encodeWireEntry(wire),
});

/**
 * Reads a branch object: an entry that lies where its hash says, signed by its log's key. One without content has to
 * bring the redaction that allows it. Undefined for anything else.
 */
export const readBranchObject = (object: SyncObject, hash: Hash, verify: VerifyBytes): ReceivedEntry | undefined => {
  if (object.bytes === null) return undefined;
  const wire = decodeWireEntry(object.bytes);
  const checked = wire.ok ? checkWire(wire.value, hash) : wire;
  if (!wire.ok || !checked.ok) return undefined;
  const { header } = checked.value;
  if (!equalBytes(object.id, branchId(hash, checked.value.hash))) return undefined;
  const blank = wire.value.body === null;
  if (object.version !== (blank ? branchVersions.blank : branchVersions.whole)) return undefined;
  if (blank && proofOfBlank(wire.value, header, checked.value.hash, verify) === undefined) return undefined;
  if (!verify(header.logId, wire.value.signature, framed('entry', wire.value.header))) return undefined;
  return { log: toText(header.logId), header, wire: wire.value, bytes: object.bytes };
};
