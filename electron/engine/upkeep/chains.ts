import { toText } from '#shared/std/index.ts';
import { emptyLogEnd, encodeWireEntry, type LogEnd, type ReceivedEntry } from '#shared/sync/index.ts';
import type { VerifyProblem } from '#shared/protocol/index.ts';
import { equalBytes } from '#shared/std/index.ts';
import { placeOf, rowFaults } from './sound-row.ts';
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

type Checked = { readonly problem: VerifyProblem } | { readonly sound: ReceivedEntry };

const wrong = (row: Pick<EntryRow, 'log' | 'seq'>, part: VerifyProblem['part'], sentence: string): Checked => ({
  problem: { part, where: placeOf(row), sentence },
});

/** Checks one stored entry by itself, and its place behind `end` where it lies in its log. */
const check = (ledger: Ledger, row: EntryRow, end?: LogEnd): Checked => {
  const checked = checkEntry(row, end);
  if (!checked.ok) return wrong(row, parts[checked.error.code] ?? 'log', checked.error.sentence);
  const { header, hash } = checked.value;
  if (!equalBytes(hash, row.hash)) return wrong(row, 'hash', rowFaults.misnamed);
  const { logId, seq } = header;
  if (row.body === null && !ledger.isRedacted(logId, seq, hash) && !ledger.holes.has(logId, seq))
    return wrong(row, 'body', rowFaults.missing);
  const wire = { header: row.header, signature: row.signature, body: row.body };
  return { sound: { log: toText(logId), header, wire, bytes: encodeWireEntry(wire) } };
};

/** Checks one log from its first entry: order, hashes, bodies, signatures, and that the recorded head is its end. */
export const checkChain = (ledger: Ledger, log: LogRow): ChainReport => {
  const problems: VerifyProblem[] = [];
  const sound: ReceivedEntry[] = [];
  let end: LogEnd = emptyLogEnd;
  for (const row of ledger.entries.run(log.log, 1, -1)) {
    const checked = check(ledger, row, end);
    if ('problem' in checked) return { problems: [checked.problem], sound };
    sound.push(checked.sound);
    end = { seq: row.seq, hash: row.hash };
  }
  // Entries may have arrived since the list of logs was read.
  const { head_seq: seq, head_hash: head } = ledger.entries.storedLog(log.log) ?? log;
  if (end.seq !== seq || !equalBytes(end.hash, head)) {
    problems.push({
      part: 'log',
      where: placeOf({ log: log.log, seq }),
      sentence: 'The end of this log is missing or was changed.',
    });
  }
  return { problems, sound };
};

/** Checks the entries that lie beside their logs because these forked, with the ids of the objects they travel as. */
export const checkBeside = (ledger: Ledger): readonly (Checked & { readonly id: Uint8Array })[] =>
  ledger.branches.table.all().flatMap(({ entry_id: entryId, log, id }) => {
    const row = ledger.entries.byId(entryId);
    // What lies in the log is checked with it.
    return row === undefined || equalBytes(row.log, log) ? [] : { id, ...check(ledger, { ...row, log }) };
  });

/** Content that cannot be read here and should be gone, because its log says so (redaction.md, R5). */
export const checkErased = ({ db }: Ledger): readonly VerifyProblem[] =>
  db
    .prepare<[], Pick<EntryRow, 'log' | 'seq'>>(
      `SELECT r.log, r.seq FROM redactions r JOIN entries e ON e.hash = r.hash
       WHERE r.statement IS NOT NULL AND e.state = 'locked' AND e.body IS NOT NULL ORDER BY e.id`,
    )
    .all()
    .map((row) => ({ part: 'body', where: placeOf(row), sentence: rowFaults.kept }));
