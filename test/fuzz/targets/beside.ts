import { hash } from '#engine/crypto/index.ts';
import {
  branchId,
  branchVersions,
  buildRedactionList,
  decodeCbor,
  decodeWireEntry,
  encodeCbor,
  encodeWireEntry,
  entryHash,
  firstListVersion,
  readBranchObject,
  readRedactionList,
} from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { readingOrNothing, type Target } from '../target.ts';

const writer = createLogWriter(seededRandom(33));
const written = [writer.next(64), writer.next(300)];
const redactions = written.map((entry) => writer.redact(entry, entry.seq === 1 ? new Uint8Array(60) : null));
const list = buildRedactionList(writer.id, 0, redactions, hash);

/** Whoever forks a log signs what they like, so neither signature nor place stops anything here. */
const signed = (): boolean => true;

/** Objects that lie beside the logs and prove themselves (SPEC S33, S45). */
export const besideTargets: readonly Target[] = [
  {
    name: 'branch-object',
    form: 'cbor',
    samples: () => written.map(({ bytes }) => bytes),
    read: (bytes) => {
      const wire = decodeWireEntry(bytes);
      const blank = wire.ok && wire.value.body === null;
      const id = branchId(hash, wire.ok ? entryHash(hash, wire.value.header) : new Uint8Array(32));
      const version = blank ? branchVersions.blank : branchVersions.whole;
      const read = readBranchObject({ id, version, bytes }, hash, signed);
      return readingOrNothing(read, (entry) => encodeWireEntry(entry.wire));
    },
    bombs: () => [encodeCbor([new Uint8Array(1 << 16), new Uint8Array(64), null]), new Uint8Array(1 << 20)],
  },
  {
    name: 'redaction-list',
    form: 'cbor',
    samples: () => (list.bytes === null ? [] : [list.bytes]),
    read: (bytes) => {
      const value = decodeCbor(bytes, { maxDepth: 3, maxItems: 8 * 1024 });
      const items: readonly unknown[] = value.ok && Array.isArray(value.value) ? value.value : [];
      const rows = Array.isArray(items[3]) ? items[3].length : redactions.length;
      const version = firstListVersion + rows;
      // The id follows from the log and the stretch; the sample's own stands for it.
      const read = readRedactionList({ id: list.id, version, bytes }, hash, signed);
      return readingOrNothing(
        read,
        (found) => buildRedactionList(found[0]?.logId ?? writer.id, 0, found, hash).bytes ?? bytes,
      );
    },
    bombs: () => [encodeCbor([1, writer.id, 0, Array.from({ length: 9_000 }, () => [1, null, null, null])])],
  },
];
