import { hash } from '../crypto/index.ts';
import { toHex } from '../ledger/index.ts';

/** Eight groups would be exact; four are what two people compare without losing their place. */
export const fingerprintOf = (deviceId: Uint8Array): string =>
  (toHex(hash('safety-number', deviceId).subarray(0, 8)).match(/.{4}/g) ?? []).join(' ');
