import { fromText, toText } from '#shared/std/index.ts';
import { buildRedactionList, decodeRedaction, listPartOf, redactionLimits } from '#shared/sync/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { hash, verifyBytes } from '../crypto/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ObjectTable } from '../store/index.ts';

/**
 * Tells relays and carriers what this device's own logs had erased: one object for each stretch of a log, put anew
 * when it has grown (SPEC S45). Idempotent.
 */
export const createRedactionNews =
  (ledger: Ledger, objects: ObjectTable, put: (object: SyncObject) => boolean) => (): void => {
    const own = new Set(ledger.logKeys.ids().map(toText));
    const parts = new Map<string, Set<number>>();
    for (const { log, seq } of ledger.erasures.table.statedPlaces()) {
      const name = toText(log);
      if (own.has(name)) parts.set(name, (parts.get(name) ?? new Set()).add(listPartOf(seq)));
    }
    for (const [name, numbers] of parts) {
      const log = fromText(name);
      for (const part of log === undefined ? [] : numbers) {
        const from = part * redactionLimits.span + 1;
        const rows = ledger.erasures.table.stated(log ?? new Uint8Array(0), from, from + redactionLimits.span - 1);
        const list = rows.flatMap(({ statement }) =>
          statement === null ? [] : (decodeRedaction(statement, verifyBytes) ?? []),
        );
        const object = buildRedactionList(log ?? new Uint8Array(0), part, list, hash);
        if ((objects.get(object.id)?.version ?? 0) < object.version) put(object);
      }
    }
  };
