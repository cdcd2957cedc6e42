import type { CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { ok, type Clock, type Result } from '#shared/std/index.ts';
import type { Ledger } from '../ledger/index.ts';

/**
 * Makes everything that follows from the log anew: members, documents, verdicts, read models, search. One transaction:
 * until it commits the profile is as it was.
 */
export const rebuildProfile = (ledger: Ledger, clock: Clock): Result<CommandResult<'rebuild.run'>, ProtocolError> => {
  const started = clock.now();
  const done = ledger.transact('local', () => {
    for (const table of ['changes', 'touches', 'waits', 'records']) ledger.db.exec(`DELETE FROM ${table}`);
    ledger.db.exec(
      "UPDATE entries SET state = 'waiting', reason = NULL, record_id = NULL, person_id = NULL WHERE body IS NOT NULL",
    );
    ledger.readModels.clear();
    ledger.spaces.forgetNamed();
    ledger.documents.close();
    ledger.forgetMembers();
    const ids = ledger.db.prepare<unknown[], { id: number }>('SELECT id FROM entries ORDER BY id').all();
    ledger.process(ids.map((row) => row.id));
    return ok(undefined);
  });
  if (!done.ok) return done;
  const records = ledger.db.prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM records').get()?.n ?? 0;
  return ok({ records, ms: clock.now() - started });
};
