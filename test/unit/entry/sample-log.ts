import { signKeyPair } from '#engine/crypto/index.ts';
import type { SignKeys } from '#engine/crypto/index.ts';
import { buildCertificate, buildEntry, epochOf } from '#engine/entry/index.ts';
import type { Body, BuiltEntry } from '#engine/entry/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { emptyLogEnd } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(1);

export const spaceId = random.bytes(32);
export const epoch = epochOf(spaceId, random.bytes(32));
export const device: SignKeys = signKeyPair(random.bytes(32));
export const logKeys: SignKeys = signKeyPair(random.bytes(32));

export const sampleBody: Body = {
  kind: 'objective',
  schema: 1,
  writerId: new Uint8Array(16).fill(1),
  time: 1_700_000_000_000,
  membersHeads: [new Uint8Array(32).fill(2), new Uint8Array(32).fill(3)],
  refs: [],
  seen: [new Uint8Array(32).fill(4)],
  recordKey: new Uint8Array(16).fill(5),
  expected: [new Uint8Array(32).fill(6)],
  changes: [Uint8Array.of(7, 7, 7)],
  certificate: null,
};

const first = expectOk(
  buildEntry({
    logKeys,
    after: emptyLogEnd,
    epoch,
    body: { ...sampleBody, certificate: buildCertificate(device, spaceId, logKeys.publicKey) },
    random,
  }),
);

/** The first entry of a log, with its certificate. */
export const firstEntry = (): BuiltEntry => first;

/** Any entry behind the first. */
export const laterEntry = (body: Partial<Body> = {}): BuiltEntry =>
  expectOk(buildEntry({ logKeys, after: firstEntry().end, epoch, body: { ...sampleBody, ...body }, random }));

export const flip = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ 0x01 : byte));
