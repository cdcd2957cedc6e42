import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBytes, signKeyPair, verifyBytes } from '#engine/crypto/index.ts';
import type { SignKeys } from '#engine/crypto/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { buildGrant, buildRevocation, checkGrantChain, checkRevocation } from '#shared/sync/index.ts';
import type { Grant } from '#shared/sync/index.ts';

const keys = (n: number): SignKeys => signKeyPair(new Uint8Array(32).fill(n));
const [root, founder, invite, newcomer, stranger] = [keys(1), keys(2), keys(3), keys(4), keys(5)];
const [pair, second] = [keys(6), keys(7)];
const team = root.publicKey;

const grant = (issuer: SignKeys, kind: Grant['kind'], subject: SignKeys, mayGrant = false, of = team): Uint8Array =>
  buildGrant({ team: of, kind, subject: subject.publicKey, issuer: issuer.publicKey, mayGrant }, signBytes(issuer));

const founded = grant(root, 'device', founder, true);
const invited = grant(founder, 'invite', invite);
const joined = grant(invite, 'device', newcomer);

const codeOf = (chain: readonly Uint8Array[]): string => {
  const result = checkGrantChain(chain, team, verifyBytes);
  return result.ok ? 'ok' : result.error.code;
};

describe('a chain of grants', () => {
  it('admits the founder, an invitation and the device the invitation admitted', () => {
    expect(codeOf([founded])).toBe('ok');
    const through = expectOk(checkGrantChain([founded, invited], team, verifyBytes));
    expect(through).toMatchObject({ kind: 'invite', mayGrant: false, invites: [] });
    const last = expectOk(checkGrantChain([founded, invited, joined], team, verifyBytes));
    expect(last.subject).toEqual(newcomer.publicKey);
    expect(last.invites).toEqual([{ invite: invite.publicKey, device: newcomer.publicKey }]);
    expect(last.path).toEqual([team, founder.publicKey, invite.publicKey, newcomer.publicKey]);
  });

  it('admits one further device of somebody who may not grant, through a pairing code', () => {
    const paired = grant(newcomer, 'pair', pair);
    const through = expectOk(checkGrantChain([founded, invited, joined, paired], team, verifyBytes));
    expect(through).toMatchObject({ kind: 'pair', mayGrant: false, pairs: [] });
    const last = expectOk(
      checkGrantChain([founded, invited, joined, paired, grant(pair, 'device', second)], team, verifyBytes),
    );
    expect(last).toMatchObject({ kind: 'device', mayGrant: false });
    expect(last.pairs).toEqual([{ pair: pair.publicKey, device: second.publicKey }]);
    expect(last.vouchers).toEqual([newcomer.publicKey, pair.publicKey]);
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['a pairing code with the right to grant', [founded, grant(founder, 'pair', pair, true)]],
    ['a pairing code of the root', [grant(root, 'pair', pair)]],
    ['a pairing code of an invitation', [founded, invited, grant(invite, 'pair', pair)]],
    ['a pairing code of a pairing code', [founded, grant(founder, 'pair', pair), grant(pair, 'pair', second)]],
    ['a pairing code that invites', [founded, grant(founder, 'pair', pair), grant(pair, 'invite', second)]],
    ['a pairing code that lets grant', [founded, grant(founder, 'pair', pair), grant(pair, 'device', second, true)]],
    ['nothing', []],
    ['a start that is not the root', [grant(stranger, 'device', founder, true)]],
    ['a missing link', [founded, joined]],
    ['another order', [invited, founded]],
    ['a device that may not grant', [grant(root, 'device', founder), invited]],
    ['an invitation that admits with the right to grant', [founded, invited, grant(invite, 'device', newcomer, true)]],
    ['an invitation that invites', [founded, invited, grant(invite, 'invite', stranger)]],
    ['an invitation with the right to grant', [founded, grant(founder, 'invite', invite, true)]],
    ['a newcomer who admits others', [founded, invited, joined, grant(newcomer, 'device', stranger)]],
    ['a grant of another team', [founded, grant(founder, 'device', newcomer, false, stranger.publicKey)]],
    ['a chain without end', Array<Uint8Array>(65).fill(founded)],
  ])('does not hold with %s', (_name, chain) => {
    expect(codeOf(chain)).not.toBe('ok');
  });

  it('does not hold with any byte of any grant flipped', () => {
    for (let at = 0; at < invited.length; at++) {
      const flipped = invited.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(codeOf([founded, flipped]), `byte ${at}`).not.toBe('ok');
    }
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => codeOf([noise]) === 'grant-malformed'));
  });
});

describe('a revocation', () => {
  const revoke = (issuer: SignKeys, key: SignKeys, of = team): Uint8Array =>
    buildRevocation({ team: of, key: key.publicKey, issuer: issuer.publicKey }, signBytes(issuer));
  const check = (bytes: Uint8Array, issuer: SignKeys, mayGrant: boolean): boolean =>
    checkRevocation(bytes, team, { subject: issuer.publicKey, mayGrant }, verifyBytes).ok;

  it('is made by the root, by a device that may grant, or by a key of itself', () => {
    expect(check(revoke(root, newcomer), stranger, false)).toBe(true);
    expect(check(revoke(founder, newcomer), founder, true)).toBe(true);
    expect(check(revoke(newcomer, newcomer), newcomer, false)).toBe(true);
  });

  it('is made by nobody else, for no other team, and never of the root', () => {
    expect(check(revoke(newcomer, founder), newcomer, false)).toBe(false);
    expect(check(revoke(stranger, newcomer), founder, true)).toBe(false);
    expect(check(revoke(founder, newcomer, stranger.publicKey), founder, true)).toBe(false);
    expect(check(revoke(founder, root), founder, true)).toBe(false);
  });

  it('is refused with any byte flipped', () => {
    const bytes = revoke(founder, newcomer);
    for (let at = 0; at < bytes.length; at++)
      expect(
        check(
          bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)),
          founder,
          true,
        ),
      ).toBe(false);
  });
});
