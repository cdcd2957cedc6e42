import { encrypt, seal, sign } from '#engine/crypto/index.ts';
import { epochOf } from '#engine/entry/index.ts';
import { deviceKeys, membersSpaceId, personKeys, spaceKeyValue, teamSpaceId } from '#engine/keys/index.ts';
import { openBundle } from '#engine/pairing/index.ts';
import { notesId, openNotes } from '#engine/profile/devices/notes.ts';
import { decodeCbor, encodeCbor, type CborValue } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../dice.ts';
import { readingOf, readingOrNothing, type Target } from '../target.ts';
import { cborBombs } from './wire.ts';

const dice = createDice(42);
const some = (length = 32): Uint8Array => dice.bytes(length);
const random = seededRandom(42);
const teamRoot = some();
const personSecret = some();
const device = deviceKeys(some());
const code = {
  teamRoot,
  personId: personKeys(personSecret).id,
  secret: some(),
  expiresAt: 1_700_000_000_000,
  relayUrls: [],
  addresses: [],
  lanKey: some(),
  teamName: 'Nordlicht',
  grants: [],
};
const bundle = [
  1,
  teamRoot,
  personSecret,
  [[1, some()]],
  [membersSpaceId(teamRoot), teamSpaceId(teamRoot)].map((spaceId) =>
    spaceKeyValue({ spaceId, key: some(), supersedes: [some()] }),
  ),
  [],
  some(),
  ['wss://relay.example.org'],
];

const self = epochOf(some(), some());
const names = [[device.id, 'Laptop', 5]];
const drafts = [['check-in', 'half a thought', 7]];
const signedNotes = (fields: readonly CborValue[]): Uint8Array =>
  encodeCbor([1, ...fields, sign(device.sign, 'device-notes', encodeCbor([...fields]))]);

/** What a machine of the person signs: its signature over whatever the three fields before it are. */
const signAnew = (bytes: Uint8Array): Uint8Array => {
  const read = decodeCbor(bytes);
  if (!read.ok || !Array.isArray(read.value) || read.value.length !== 5) return bytes;
  return signedNotes((read.value as readonly CborValue[]).slice(1, 4));
};

/** What machines of one person tell each other. */
export const ownDeviceTargets: readonly Target[] = [
  {
    name: 'pairing-bundle',
    form: 'cbor',
    samples: () => [encodeCbor(bundle)],
    read: (plain) => readingOf(openBundle(code, device, seal(device.box.publicKey, 'pair-bundle', plain, random))),
    bombs: cborBombs(1 << 18),
  },
  {
    name: 'device-notes',
    form: 'cbor',
    samples: () => [signedNotes([device.id, names, drafts])],
    read: (plain) => {
      const id = notesId(self.key, device.id);
      return readingOrNothing(openNotes(id, encrypt(self.key, signAnew(plain), id, random), [self]));
    },
    bombs: cborBombs(1 << 18),
  },
];
