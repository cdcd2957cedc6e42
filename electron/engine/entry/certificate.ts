import { equalBytes, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, uintIn } from '#shared/sync/index.ts';
import { sign, verify } from '../crypto/index.ts';
import type { SignKeys } from '../crypto/index.ts';
import { fault } from './fault.ts';
import type { EntryFault } from './fault.ts';

/** A device's word that a log is its own, in the first encrypted body of that log. */
export interface Certificate {
  readonly spaceId: Uint8Array;
  readonly logId: Uint8Array;
  /** Ed25519 public key of the device, which is also its id. */
  readonly deviceId: Uint8Array;
}

const readCertificate = fieldsOf({
  v: uintIn(1, 1),
  spaceId: bytesOf(32),
  logId: bytesOf(32),
  deviceId: bytesOf(32),
  signature: bytesOf(64),
});

/** CBOR `[1, spaceId, logId, deviceId, signature]`, the signature by the device over space and log. */
export const buildCertificate = (device: SignKeys, spaceId: Uint8Array, logId: Uint8Array): Uint8Array =>
  encodeCbor([1, spaceId, logId, device.publicKey, sign(device, 'certificate', spaceId, logId)]);

/** Reads a certificate and checks that it was made by the device it names, for this space and this log. */
export const checkCertificate = (
  bytes: Uint8Array,
  expected: { readonly spaceId: Uint8Array; readonly logId: Uint8Array },
): Result<Certificate, EntryFault> => {
  const value = decodeCbor(bytes, { maxBytes: 512, maxDepth: 1, maxItems: 8 });
  const read = value.ok ? readCertificate(value.value) : undefined;
  if (read === undefined) return fault('certificate-malformed', 'The certificate of a log cannot be read.');
  const { spaceId, logId, deviceId, signature } = read;
  if (!equalBytes(spaceId, expected.spaceId) || !equalBytes(logId, expected.logId))
    return fault('certificate-mismatch', 'The certificate of a log belongs to another log or space.');
  if (!verify(deviceId, signature, 'certificate', spaceId, logId))
    return fault('certificate-bad-signature', 'The certificate of a log was not signed by the device it names.');
  return ok({ spaceId, logId, deviceId });
};
