import { describe, expect, it } from 'vitest';
import { signKeyPair } from '#engine/crypto/index.ts';
import { buildCertificate, checkCertificate } from '#engine/entry/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { device, flip, logKeys, spaceId } from './sample-log.ts';

const logId = logKeys.publicKey;
const certificate = buildCertificate(device, spaceId, logId);

describe('the certificate of a log', () => {
  it('names the device that writes the log', () => {
    expect(expectOk(checkCertificate(certificate, { spaceId, logId })).deviceId).toEqual(device.publicKey);
  });

  it('holds for no other log and no other space', () => {
    const other = signKeyPair(new Uint8Array(32)).publicKey;
    for (const expected of [
      { spaceId: other, logId },
      { spaceId, logId: other },
    ])
      expect(checkCertificate(certificate, expected)).toMatchObject({ error: { code: 'certificate-mismatch' } });
  });

  it('is refused with any byte flipped, cut off or added', () => {
    for (let at = 0; at < certificate.length; at++) {
      expect(checkCertificate(flip(certificate, at), { spaceId, logId }).ok).toBe(false);
      expect(checkCertificate(certificate.subarray(0, at), { spaceId, logId }).ok).toBe(false);
    }
    expect(checkCertificate(Uint8Array.of(...certificate, 0), { spaceId, logId }).ok).toBe(false);
  });
});
