import { equalBytes, fromText, ok, toText } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import {
  buildGrant,
  bytesOf,
  checkGrantChain,
  decodeCbor,
  encodeCbor,
  expandChain,
  fieldsOf,
  listOf,
  readShortChain,
  shortenChain,
  textUpTo,
  uintIn,
} from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';
import { hash, signBytes, verifyBytes } from '../crypto/index.ts';
import { isRelayUrl, withoutWrapping } from '../invitation/index.ts';
import type { DeviceKeys } from '../keys/index.ts';
import { fault } from './fault.ts';
import type { PairingFault } from './fault.ts';
import { pairingKeys } from './keys.ts';

/** What a pairing code says. It holds no secret of the person: those are sealed later, to a device that was looked at. */
export interface PairingCode {
  readonly teamRoot: Uint8Array;
  /** Whose device the new one becomes; it signs for this person and no other. */
  readonly personId: Uint8Array;
  /** 32 random bytes; see `pairingKeys`. */
  readonly secret: Uint8Array;
  /** Milliseconds since the epoch by the old device's clock. Both sides stop here. */
  readonly expiresAt: number;
  readonly relayUrls: readonly string[];
  /** Where the old device listens on the local network, `host:port`. */
  readonly addresses: readonly string[];
  readonly lanKey: Uint8Array;
  readonly teamName: string;
  /** Grants from the team root to the code's key, root first. */
  readonly grants: readonly Uint8Array[];
}

export const codeLimits = {
  characters: 16_000,
  relays: 8,
  relayUrl: 512,
  addresses: 6,
  address: 64,
  teamName: 200,
} as const;

const prefix = 'meridian://pair/';
const version = 1;

const readCode = fieldsOf({
  v: uintIn(version, version),
  teamRoot: bytesOf(32),
  personId: bytesOf(32),
  secret: bytesOf(32),
  expiresAt: uintIn(0, 8_640_000_000_000_000),
  relayUrls: listOf(textUpTo(codeLimits.relayUrl), codeLimits.relays),
  addresses: listOf(textUpTo(codeLimits.address), codeLimits.addresses),
  lanKey: bytesOf(32),
  teamName: textUpTo(codeLimits.teamName),
  grants: readShortChain,
  check: bytesOf(4),
});

const fieldsIn = (code: PairingCode): readonly CborValue[] => [
  version,
  code.teamRoot,
  code.personId,
  code.secret,
  code.expiresAt,
  code.relayUrls,
  code.addresses,
  code.lanKey,
  code.teamName,
  shortenChain(code.grants),
];

/** Four bytes over the rest, so that a shortened code is told from one that leads nowhere. */
const checkOf = (fields: readonly CborValue[]): Uint8Array => hash('pair-code', encodeCbor(fields)).slice(0, 4);

/** `meridian://pair/1#` and base64url of the CBOR of the fields and their check. */
export const formatCode = (code: PairingCode): string => {
  const fields = fieldsIn(code);
  return `${prefix}${version}#${toText(encodeCbor([...fields, checkOf(fields)]))}`;
};

/** Reads a code as people paste it: with spaces, line breaks and quotes around or inside. */
export const parseCode = (pasted: string): Result<PairingCode, PairingFault> => {
  if (pasted.length > 2 * codeLimits.characters)
    return fault('code-foreign', 'This is too long for a pairing code. Copy only the code.');
  const text = withoutWrapping(pasted.replace(/\s+/g, ''));
  if (text === '') return fault('code-empty', 'Paste the pairing code that your other machine shows.');
  if (text.toLowerCase().startsWith('meridian://join/'))
    return fault(
      'code-foreign',
      'This is an invitation to a team, not a pairing code. To become a new member with it, choose “Join a team”.',
    );
  if (!text.toLowerCase().startsWith(prefix))
    return fault('code-foreign', `This is not a pairing code. It has to begin with ${prefix}`);
  const [versionText, fragment, ...more] = text.slice(prefix.length).split('#');
  const damaged = fault('code-damaged', 'A part of this code is missing or changed. Copy all of it again.');
  if (!/^\d{1,4}$/.test(versionText ?? '') || fragment === undefined || more.length > 0) return damaged;
  if (Number(versionText) > version)
    return fault('code-newer', 'This code was made by a newer version of Meridian. Update Meridian on this machine.');
  const bytes = fromText(fragment);
  const value = bytes === undefined ? undefined : decodeCbor(bytes, { maxBytes: 12_000, maxDepth: 3, maxItems: 400 });
  const read = value?.ok === true ? readCode(value.value) : undefined;
  if (read === undefined) return damaged;
  const { v: _version, check, grants: short, ...rest } = read;
  const code: PairingCode = { ...rest, grants: expandChain(rest.teamRoot, short) };
  if (!equalBytes(check, checkOf(fieldsIn(code))) || !code.relayUrls.every(isRelayUrl)) return damaged;
  const chain = checkGrantChain(code.grants, code.teamRoot, verifyBytes);
  const pair = pairingKeys(code.secret).sign.publicKey;
  if (!chain.ok || chain.value.kind !== 'pair' || !equalBytes(chain.value.subject, pair)) return damaged;
  return ok(code);
};

/** The new device's chain: the code's, and one grant by the code's key, which may admit exactly this device. */
export const pairedGrants = (code: PairingCode, device: DeviceKeys): readonly Uint8Array[] => {
  const { sign } = pairingKeys(code.secret);
  const grant = {
    team: code.teamRoot,
    kind: 'device' as const,
    subject: device.id,
    issuer: sign.publicKey,
    mayGrant: false,
  };
  return [...code.grants, buildGrant(grant, signBytes(sign))];
};
