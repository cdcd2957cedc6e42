import { hash, seal, signBytes, signKeyPair } from '#engine/crypto/index.ts';
import { createInvitation, formatLink, inviteKeys, openPackage, parseLink } from '#engine/invitation/index.ts';
import { deviceKeys, membersSpaceId, teamSpaceId } from '#engine/keys/index.ts';
import { readLanAddress } from '#engine/transports/lan/address.ts';
import { readRelayUrl } from '#engine/transports/relay-url.ts';
import { expectOk, fromText, toText } from '#shared/std/index.ts';
import { buildGrant, decodeCbor, encodeCbor, type CborValue } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { readingOf, type Target } from '../target.ts';
import { cborBombs } from './wire.ts';

const utf8 = new TextEncoder();
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const random = seededRandom(9);
const root = signKeyPair(random.bytes(32));
const device = deviceKeys(random.bytes(32));
const spaces = [membersSpaceId(root.publicKey), teamSpaceId(root.publicKey)];
const invitation = createInvitation({
  teamRoot: root.publicKey,
  teamName: 'Nordlicht 🌍',
  relayUrls: ['wss://relay.example.org/team', 'ws://192.168.1.5:4300'],
  lanKey: random.bytes(32),
  role: 'member',
  expiresAt: 2_000,
  note: '',
  approval: false,
  inviterId: random.bytes(32),
  device,
  grants: [
    buildGrant(
      { team: root.publicKey, kind: 'device', subject: device.id, issuer: root.publicKey, mayGrant: true },
      signBytes(root),
    ),
  ],
  keys: spaces.map((spaceId) => ({ spaceId, key: random.bytes(32), supersedes: [random.bytes(32)] })),
  random,
});
const link = expectOk(parseLink(invitation.link));
const linkBytes = fromText(invitation.link.split('#')[1] ?? '') ?? new Uint8Array(0);
const prefix = 'meridian://join/1#';

/** The fields of a link with a check that fits them, so that the reader gets behind it. */
const withCheck = (bytes: Uint8Array): Uint8Array => {
  const value = decodeCbor(bytes);
  if (!value.ok || !Array.isArray(value.value)) return bytes;
  const fields = (value.value as readonly CborValue[]).slice(0, -1);
  return encodeCbor([...fields, hash('link', encodeCbor(fields)).slice(0, 4)]);
};

const packagePlain = encodeCbor([
  1,
  root.publicKey,
  device.id,
  2_000,
  spaces.map((spaceId) => [spaceId, random.bytes(32), []]),
]);

export const invitationTargets: readonly Target[] = [
  {
    name: 'invitation-link',
    form: 'text',
    samples: () => [utf8.encode(invitation.link), utf8.encode(`<${invitation.link}>.`)],
    read: (bytes) => readingOf(parseLink(textOf(bytes))),
    bombs: () =>
      ['#', ' ', '<', '[', '"', 'A', '>', '\u3000'].flatMap((char) =>
        [prefix + char.repeat(31_000), char.repeat(31_000) + prefix, char.repeat(31_000)].map((one) =>
          utf8.encode(one),
        ),
      ),
  },
  {
    name: 'invitation-fields',
    form: 'cbor',
    samples: () => [linkBytes],
    read: (bytes) => {
      const text = prefix + toText(withCheck(bytes));
      const parsed = parseLink(text);
      // The one spelling is that of the link made from the very fields that were read.
      return readingOf(parsed, (found) => (formatLink(found) === text ? bytes : utf8.encode(formatLink(found))));
    },
    bombs: cborBombs(11_000),
  },
  {
    name: 'invitation-package',
    form: 'cbor',
    samples: () => [packagePlain],
    read: (plain) => {
      const sealed = seal(inviteKeys(link.secret).box.publicKey, 'invite-package', plain, random);
      return readingOf(openPackage(link, sealed, 0));
    },
    bombs: cborBombs(1 << 18),
  },
  {
    name: 'package-bytes',
    form: 'bytes',
    samples: () => [invitation.object.bytes],
    read: (bytes) => readingOf(openPackage(link, bytes, 0)),
    bombs: () => [new Uint8Array(1 << 18)],
  },
  {
    name: 'relay-address',
    form: 'text',
    samples: () =>
      ['wss://relay.example/team', 'relay.example:8787', 'http://[::1]:80/'].map((one) => utf8.encode(one)),
    read: (bytes) => readingOf(readRelayUrl(textOf(bytes))),
    bombs: () => [utf8.encode('a'.repeat(100_000)), utf8.encode('wss://' + '.'.repeat(100_000))],
  },
  {
    name: 'lan-address',
    form: 'text',
    samples: () => ['192.168.1.20:41234', '[fe80::1]:80'].map((one) => utf8.encode(one)),
    read: (bytes) => readingOf(readLanAddress(textOf(bytes))),
    bombs: () => [utf8.encode('a'.repeat(100_000)), utf8.encode('[' + ':'.repeat(100_000))],
  },
];
