import { equalBytes, toText } from '#shared/std/index.ts';
import { branchId, checkWire } from '#shared/sync/index.ts';
import { hash } from '../crypto/index.ts';
import { signatureHolds, type Ledger } from '../ledger/index.ts';
import type { EntryRow } from '../store/index.ts';

/** "log 3fK2…, entry 7": how checks name the place of an entry. */
export const placeOf = (row: Pick<EntryRow, 'log' | 'seq'>): string =>
  `log ${toText(row.log).slice(0, 12)}, entry ${row.seq}`;

/** What is wrong with a stored entry, as every check says it. */
export const rowFaults = {
  misnamed: 'The entry is stored under a name that is not its hash.',
  missing: 'The content of the entry is missing, and nothing says that it was erased.',
  kept: 'The content of the entry is still here, although its log says that it was erased.',
} as const;

/** Why a stored entry by itself is not what was signed; undefined when it is. Its place in the chain is not looked at. */
export const rowFault = (
  ledger: Pick<Ledger, 'isRedacted' | 'holes' | 'erasures'>,
  row: EntryRow,
): string | undefined => {
  const checked = checkWire({ header: row.header, signature: row.signature, body: row.body }, hash);
  if (!checked.ok) return checked.error.sentence;
  const { header } = checked.value;
  const inPlace = equalBytes(header.logId, row.log) || equalBytes(branchId(hash, row.hash), row.log);
  if (!inPlace || header.seq !== row.seq) return 'The entry lies at a place that is not its own.';
  if (!equalBytes(checked.value.hash, row.hash)) return rowFaults.misnamed;
  if (!signatureHolds(header.logId, row)) return 'The signature of the entry does not hold.';
  // Whoever read it keeps it until the erasure of its record is known (redaction.md, R5).
  if (row.body !== null && row.state === 'locked' && ledger.erasures.isStated(header.logId, row.seq, row.hash))
    return rowFaults.kept;
  if (row.body !== null || ledger.holes.has(header.logId, row.seq)) return undefined;
  return ledger.isRedacted(header.logId, row.seq, row.hash) ? undefined : rowFaults.missing;
};
