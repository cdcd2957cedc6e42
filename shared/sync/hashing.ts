import { concatBytes } from '../std/index.ts';

/** Every purpose a hash, signature or seal of Meridian serves. Two purposes never share bytes. */
export type Domain =
  | 'act'
  | 'actor'
  | 'at-rest'
  | 'at-rest-chunk'
  | 'backup'
  | 'backup-file'
  | 'body'
  | 'branch'
  | 'certificate'
  | 'challenge'
  | 'cosign'
  | 'device'
  | 'device-notes'
  | 'entry'
  | 'entry-body'
  | 'epoch'
  | 'epoch-tag'
  | 'expectation'
  | 'founder'
  | 'genesis'
  | 'grant'
  | 'invite-keys'
  | 'invite-object'
  | 'invite-package'
  | 'join'
  | 'lan-client'
  | 'lan-mask'
  | 'lan-server'
  | 'lan-tag'
  | 'link'
  | 'member-device'
  | 'object'
  | 'offer'
  | 'pair-key'
  | 'pair-answer'
  | 'pair-bundle'
  | 'pair-code'
  | 'pair-keys'
  | 'pair-object'
  | 'person'
  | 'person-key'
  | 'person-keys'
  | 'phrase'
  | 'record'
  | 'recovery-code'
  | 'recovery-keys'
  | 'recovery-object'
  | 'redaction'
  | 'redaction-list'
  | 'redaction-seal'
  | 'revocation'
  | 'rotated-space'
  | 'safety-number'
  | 'secret'
  | 'self-key'
  | 'space-members'
  | 'space-pair'
  | 'space-self'
  | 'space-team'
  | 'sync-bucket'
  | 'sync-digest'
  | 'transport';

/** H of FORMATS: 32 bytes over a domain and its parts. */
export type Hash = (domain: Domain, ...parts: readonly Uint8Array[]) => Uint8Array;

const lengthPrefix = (length: number): Uint8Array => {
  const prefix = new Uint8Array(4);
  new DataView(prefix.buffer).setUint32(0, length);
  return prefix;
};

const domainFrames = new Map<Domain, Uint8Array>();

const domainFrame = (domain: Domain): Uint8Array => {
  const known = domainFrames.get(domain);
  if (known !== undefined) return known;
  const text = Uint8Array.from(`meridian/${domain}/1`, (char) => char.charCodeAt(0));
  const frame = concatBytes(lengthPrefix(text.length), text);
  domainFrames.set(domain, frame);
  return frame;
};

/**
 * The bytes that are hashed, signed or authenticated for a purpose: the domain string `meridian/<domain>/1`, then each
 * part, every one behind its length (32 bits, big-endian), so that no two lists of parts share their bytes.
 */
export const framed = (domain: Domain, ...parts: readonly Uint8Array[]): Uint8Array => {
  const frame = domainFrame(domain);
  let length = frame.length;
  for (const part of parts) length += 4 + part.length;
  const whole = new Uint8Array(length);
  const view = new DataView(whole.buffer);
  whole.set(frame, 0);
  let at = frame.length;
  for (const part of parts) {
    view.setUint32(at, part.length);
    whole.set(part, at + 4);
    at += 4 + part.length;
  }
  return whole;
};

/** H from a plain BLAKE2b-256, which each platform brings along. */
export const createHash =
  (blake2b256: (bytes: Uint8Array) => Uint8Array): Hash =>
  (domain, ...parts) =>
    blake2b256(framed(domain, ...parts));
