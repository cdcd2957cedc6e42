import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAct, encodeAct, roles } from '#engine/members/index.ts';
import type { ActKind, Pin, WrittenAct } from '#engine/members/index.ts';
import { encodeCbor } from '#shared/sync/index.ts';

const id = fc.uint8Array({ minLength: 32, maxLength: 32 });
const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });
const bytes = fc.uint8Array({ maxLength: 100 });
const lists = fc.array(bytes, { maxLength: 3 });
const name = fc.string({ maxLength: 40, unit: 'grapheme-ascii' });
const role = fc.constantFrom(...roles);
const pins: fc.Arbitrary<readonly Pin[]> = fc.array(
  fc.record({ logId: id, seq: fc.integer({ min: 1, max: 1e9 }), hash: id }),
  { maxLength: 3 },
);
const person = fc.record({ sign: id, box: id });
const device = fc.record({ sign: id, box: id, transport: id });
const is = <K extends ActKind>(kind: K): fc.Arbitrary<K> => fc.constant(kind);

/** Every kind, so that one that is added without a test here fails to compile. */
const kinds: { readonly [K in ActKind]: fc.Arbitrary<Extract<WrittenAct, { kind: K }>> } = {
  create: fc.record({
    kind: is('create'),
    person,
    device,
    name,
    rootSignature: signature,
    personSignature: signature,
  }),
  invite: fc.record({
    kind: is('invite'),
    invite: id,
    box: id,
    role,
    expiresAt: fc.nat(),
    grant: bytes,
    note: name,
    approval: fc.boolean(),
  }),
  'revoke-invite': fc.record({ kind: is('revoke-invite'), invite: id }),
  join: fc.record({
    kind: is('join'),
    invite: id,
    person,
    device,
    name,
    inviteSignature: signature,
    personSignature: signature,
  }),
  accept: fc.record({ kind: is('accept'), join: id }),
  'set-role': fc.record({ kind: is('set-role'), personId: id, role, cut: pins }),
  'set-manager': fc.record({ kind: is('set-manager'), personId: id, managerId: fc.option(id) }),
  'device-add': fc.record({
    kind: is('device-add'),
    device,
    label: name,
    deviceSignature: signature,
    sealed: lists,
  }),
  'device-revoke': fc.record({ kind: is('device-revoke'), deviceId: id, cut: pins }),
  remove: fc.record({ kind: is('remove'), personId: id, cut: pins }),
  rotate: fc.record({
    kind: is('rotate'),
    spaceId: id,
    epochId: id,
    supersedes: fc.array(id, { maxLength: 3 }),
    cause: fc.option(id),
    cut: pins,
  }),
  checkpoint: fc.record({ kind: is('checkpoint'), pins }),
  offer: fc.record({ kind: is('offer'), sealed: lists }),
  ask: fc.record({ kind: is('ask'), epochs: fc.array(id, { maxLength: 3 }) }),
  redact: fc.record({ kind: is('redact'), pins }),
  cosign: fc.record({ kind: is('cosign'), personId: id, replacedId: id, since: id, signature }),
  succeed: fc.record({
    kind: is('succeed'),
    personId: id,
    replacedId: id,
    since: id,
    cut: pins,
    cosigns: fc.array(fc.record({ deviceId: id, signature }), { maxLength: 3 }),
  }),
  grant: fc.record({ kind: is('grant'), grants: lists }),
  'person-key': fc.record({
    kind: is('person-key'),
    generation: fc.integer({ min: 1, max: 0xffff }),
    box: id,
    sealed: lists,
  }),
  fork: fc.record({
    kind: is('fork'),
    headerA: bytes,
    signatureA: signature,
    headerB: bytes,
    signatureB: signature,
  }),
  'device-fork': fc.record({
    kind: is('device-fork'),
    headerA: bytes,
    signatureA: signature,
    headerB: bytes,
    signatureB: signature,
    certificate: bytes,
  }),
};
const anyAct: fc.Arbitrary<WrittenAct> = fc.oneof(...Object.values(kinds));

describe('acts on membership', () => {
  it.each(Object.entries(kinds))('of the kind %s come back as they were written', (_kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<WrittenAct>, (act) => {
        expect(decodeAct(encodeAct(act))).toEqual(act);
      }),
      { numRuns: 20 },
    );
  });

  it('are unreadable, not an error, when cut anywhere or followed by anything', () => {
    fc.assert(
      fc.property(anyAct, fc.nat(), (act, cut) => {
        const written = encodeAct(act);
        const torn = decodeAct(written.subarray(0, cut % written.length));
        expect(torn).toMatchObject({ kind: 'unreadable', code: 'act-malformed' });
        expect(decodeAct(Uint8Array.of(...written, 0))).toMatchObject({ kind: 'unreadable' });
      }),
      { numRuns: 60 },
    );
  });

  it('of a newer version or an unknown kind are told apart from damage', () => {
    for (const value of [
      [2, 'remove', new Uint8Array(32), []],
      [1, 'promote-to-emperor', 5],
      [1, 'constructor'],
    ])
      expect(decodeAct(encodeCbor(value))).toMatchObject({ kind: 'unreadable', code: 'act-newer' });
  });

  it('with a missing, additional or wrong field are damaged', () => {
    const id32 = new Uint8Array(32);
    for (const value of [
      [1, 'accept'],
      [1, 'accept', id32, id32],
      [1, 'accept', new Uint8Array(31)],
      [1, 'set-role', id32, 'emperor', []],
      [1, 'remove', id32, [[id32, 0, id32]]],
      [0, 'accept', id32],
      ['1', 'accept', id32],
      [],
    ])
      expect(decodeAct(encodeCbor(value))).toMatchObject({ kind: 'unreadable', code: 'act-malformed' });
  });

  it('never make the reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => decodeAct(noise).kind === 'unreadable'));
  });
});
