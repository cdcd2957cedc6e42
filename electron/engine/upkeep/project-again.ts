import { kindOf } from '#shared/schema/index.ts';
import { ok, type Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { Ledger } from '../ledger/index.ts';

/** Makes the read models and the search text of some records anew from their documents. */
export const projectAgain = (ledger: Ledger, recordIds: Iterable<string>): Result<void, ProtocolError> =>
  ledger.transact('local', () => {
    for (const id of recordIds) {
      const row = ledger.records.get(id);
      const def = row === undefined ? undefined : kindOf(row.kind);
      if (row === undefined || def === undefined) continue;
      const settled = ledger.documents.settle(id, def);
      // A document that cannot be read is what the check of the profile names.
      if (settled.ok) ledger.readModels.project(ledger.snapshots.of(row, settled.value.value, settled.value.conflicts));
      ledger.documents.evict(id);
    }
    return ok(undefined);
  });
