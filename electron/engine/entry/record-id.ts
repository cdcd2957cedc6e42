import { hash } from '../crypto/index.ts';

const utf8 = new TextEncoder();

/** id = H("record", space, kind, key): no record can claim another kind's policy (FORMATS 3). */
export const recordIdOf = (spaceId: Uint8Array, kind: string, recordKey: Uint8Array): Uint8Array =>
  hash('record', spaceId, utf8.encode(kind), recordKey);

/** The Automerge actor this writer has on this record: the first 16 bytes of H("actor", logId, writerId, recordId). */
export const actorOf = (logId: Uint8Array, writerId: Uint8Array, recordId: Uint8Array): Uint8Array =>
  hash('actor', logId, writerId, recordId).slice(0, 16);
