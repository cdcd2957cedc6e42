import { toText } from '#shared/std/index.ts';
import { emptyLogEnd, encodeWireEntry, type LogEnd, type ReceivedEntry } from '#shared/sync/index.ts';
import type { VerifyProblem } from '#shared/protocol/index.ts';
import { equalBytes } from '#shared/std/index.ts';
import { checkEntry } from '../entry/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { EntryRow, LogRow } from '../store/index.ts';

export interface ChainReport {
  readonly problems: readonly VerifyProblem[];
  /** Entries whose place, body and signature hold. */
  readonly sound: readonly ReceivedEntry[];
}

const parts: Readonly<Record<string, VerifyProblem['part']>> = {
  'entry-bad-signature': 'signature',
  'entry-body-mismatch': 'body',
  'entry-out-of-order': 'log',
};

const where = (row: Pick<EntryRow, 'log' | 'seq'>): string => `log ${toText(row.log).slice(0, 12)}, entry ${row.seq}`;

/** Checks one log from its first entry: order, hashes, bodies, signatures, and that the recorded head is its end. */
export const checkChain = (ledger: Ledger, log: LogRow): ChainReport => {
  const problems: VerifyProblem[] = [];
  const sound: ReceivedEntry[] = [];
  let end: LogEnd = emptyLogEnd;
  for (const row of ledger.entries.run(log.log, 1, -1)) {
    const checked = checkEntry(row, end);
    if (!checked.ok) {
      problems.push({ part: parts[checked.error.code] ?? 'log', where: where(row), sentence: checked.error.sentence });
      return { problems, sound };
    }
    if (!equalBytes(checked.value.hash, row.hash)) {
      problems.push({
        part: 'hash',
        where: where(row),
        sentence: 'The entry is stored under a name that is not its hash.',
      });
      return { problems, sound };
    }
    if (row.body === null && !ledger.isRedacted(row.log, row.seq, row.hash) && !ledger.holes.has(row.log, row.seq)) {
      problems.push({
        part: 'body',
        where: where(row),
        sentence: 'The content of the entry is missing, and nothing says that it was erased.',
      });
      return { problems, sound };
    }
    const wire = { header: row.header, signature: row.signature, body: row.body };
    sound.push({ log: toText(row.log), header: checked.value.header, wire, bytes: encodeWireEntry(wire) });
    end = { seq: row.seq, hash: row.hash };
  }
  // Entries may have arrived since the list of logs was read.
  const { head_seq: seq, head_hash: head } = ledger.entries.storedLog(log.log) ?? log;
  if (end.seq !== seq || !equalBytes(end.hash, head)) {
    problems.push({
      part: 'log',
      where: where({ log: log.log, seq }),
      sentence: 'The end of this log is missing or was changed.',
    });
  }
  return { problems, sound };
};
