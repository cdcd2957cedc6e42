import { expectOk, toText } from '#shared/std/index.ts';
import { decodeHeader, encodeWireEntry, type ReceivedEntry } from '#shared/sync/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';

/** Entries of one ledger's logs that another (or nobody) does not hold, whole chains in order. */
export const missingIn = (from: Ledger, to?: Ledger): ReceivedEntry[] => {
  const holes = to?.holes.first();
  return from.entries.logs().flatMap((log): ReceivedEntry[] => {
    const hole = holes?.get(toText(log.log));
    const held = hole === undefined ? (to?.entries.log(log.log)?.head_seq ?? 0) : hole - 1;
    if (held >= log.head_seq) return [];
    return from.entries.run(log.log, held + 1, -1).map((row) => {
      const wire = from.erasures.wire(row);
      return { log: toText(row.log), header: expectOk(decodeHeader(row.header)), wire, bytes: encodeWireEntry(wire) };
    });
  });
};

/** Hands over everything one machine has and another lacks, without a network. */
export const handOver = (from: Ledger, to: Ledger): void => {
  const missing = missingIn(from, to);
  if (missing.length > 0) expectOk(to.take(missing, 'relay simulated'));
};
