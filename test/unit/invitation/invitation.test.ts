import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBytes, signKeyPair, verifyBytes } from '#engine/crypto/index.ts';
import {
  createInvitation,
  formatLink,
  inviteKeys,
  inviteObjectId,
  joinAct,
  newcomerGrants,
  openPackage,
  parseLink,
  sealPackage,
} from '#engine/invitation/index.ts';
import type { InvitationLink } from '#engine/invitation/index.ts';
import { deviceKeys, membersSpaceId, personKeys, teamSpaceId } from '#engine/keys/index.ts';
import { expectOk, fromText, toText } from '#shared/std/index.ts';
import { buildGrant, checkGrantChain, encodeCbor } from '#shared/sync/index.ts';
import { createTeam } from '../members/team.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(1);
const root = signKeyPair(random.bytes(32));
const teamRoot = root.publicKey;
const device = deviceKeys(random.bytes(32));
const founding = buildGrant(
  { team: teamRoot, kind: 'device', subject: device.id, issuer: teamRoot, mayGrant: true },
  signBytes(root),
);
const keys = [membersSpaceId(teamRoot), teamSpaceId(teamRoot)].map((spaceId) => ({
  spaceId,
  key: random.bytes(32),
  supersedes: [],
}));
const created = createInvitation({
  teamRoot,
  teamName: 'Nordlicht 🌍',
  relayUrls: ['wss://relay.example.org/team', 'ws://192.168.1.5:4300'],
  lanKey: random.bytes(32),
  role: 'member',
  expiresAt: 2_000,
  note: '',
  approval: false,
  inviterId: random.bytes(32),
  device,
  grants: [founding],
  keys,
  random,
});
const link = expectOk(parseLink(created.link));
const codeOf = (result: ReturnType<typeof parseLink>): string => (result.ok ? 'ok' : result.error.code);

describe('an invitation link', () => {
  it('carries all that a newcomer needs while the inviter sleeps', () => {
    expect(link).toMatchObject({ teamRoot, teamName: 'Nordlicht 🌍' });
    expect(link.relayUrls).toEqual(['wss://relay.example.org/team', 'ws://192.168.1.5:4300']);
    expect(formatLink(link)).toBe(created.link);
    const newcomer = deviceKeys(random.bytes(32));
    const admitted = expectOk(checkGrantChain(newcomerGrants(link, newcomer), teamRoot, verifyBytes));
    expect(admitted).toMatchObject({ kind: 'device', mayGrant: false, subject: newcomer.id });
    expect(admitted.invites).toHaveLength(1);
    const contents = expectOk(openPackage(link, created.object.bytes, 1_999));
    expect(contents.keys).toEqual(keys);
    expect(created.object.id).toEqual(inviteObjectId(inviteKeys(link.secret).sign.publicKey));
  });

  it('is read as people paste it', () => {
    const wrapped = created.link.replace(/(.{60})/g, '$1\r\n');
    for (const text of [` ${created.link}\n`, `<${created.link}>`, `"${created.link}".`, wrapped])
      expect(codeOf(parseLink(text))).toBe('ok');
  });

  it.each([
    ['', 'link-empty'],
    ['  \n ', 'link-empty'],
    ['https://example.org/', 'link-foreign'],
    ['hello', 'link-foreign'],
    ['x'.repeat(100_000), 'link-foreign'],
    ['meridian://join/', 'link-damaged'],
    ['meridian://join/1', 'link-damaged'],
    ['meridian://join/1#', 'link-damaged'],
    ['meridian://join/1#!!!', 'link-damaged'],
    ['meridian://join/1#AAAA#BBBB', 'link-damaged'],
    ['meridian://join/2#AAAA', 'link-newer'],
    ['meridian://join/1e9#AAAA', 'link-damaged'],
  ])('of the form %j is refused with a sentence', (text, code) => {
    const result = parseLink(text);
    expect(codeOf(result)).toBe(code);
    expect(result.ok ? '' : result.error.sentence).toMatch(/^[A-Z].*[./]$/);
  });

  it('is refused when shortened anywhere or with any character changed', () => {
    for (let at = created.link.indexOf('#') + 1; at < created.link.length; at++) {
      expect(codeOf(parseLink(created.link.slice(0, at)))).toBe('link-damaged');
      const other = created.link[at] === 'A' ? 'B' : 'A';
      const changed = created.link.slice(0, at) + other + created.link.slice(at + 1);
      expect(codeOf(parseLink(changed)), `character ${at}`).toBe('link-damaged');
    }
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.string(), (noise) => !parseLink(`meridian://join/1#${noise}`).ok));
    fc.assert(fc.property(fc.uint8Array(), (noise) => !parseLink(`meridian://join/1#${toText(noise)}`).ok));
  });

  it('is refused when its relays are no relays or its grants do not lead to it', () => {
    const broken: readonly Partial<InvitationLink>[] = [
      { relayUrls: ['javascript:alert(1)'] },
      { relayUrls: ['https://relay.example.org'] },
      { relayUrls: ['relay'] },
      { grants: [founding] },
      { grants: [] },
      { secret: new Uint8Array(32) },
      { teamRoot: device.id },
    ];
    for (const change of broken) expect(codeOf(parseLink(formatLink({ ...link, ...change })))).toBe('link-damaged');
  });

  it('does not show its secret in what is stored or sent', () => {
    const stored = [encodeCbor([created.act.grant, created.act.invite, created.act.box]), created.object.bytes];
    const secret = Buffer.from(link.secret);
    for (const bytes of stored) expect(Buffer.from(bytes).includes(secret)).toBe(false);
    expect(Buffer.from(fromText(created.link.split('#')[1] ?? '') ?? []).includes(secret)).toBe(true);
  });
});

describe('the package beside the log', () => {
  const contents = { teamRoot, inviterId: new Uint8Array(32), expiresAt: 2_000, keys };
  const box = inviteKeys(link.secret).box.publicKey;
  const codeOfPackage = (sealed: Uint8Array, now = 0): string => {
    const result = openPackage(link, sealed, now);
    return result.ok ? 'ok' : result.error.code;
  };

  it('opens with its own link only', () => {
    const other = { ...link, secret: random.bytes(32) };
    expect(openPackage(other, created.object.bytes, 0)).toMatchObject({ error: { code: 'package-not-for-link' } });
    expect(codeOfPackage(new Uint8Array(10))).toBe('package-not-for-link');
  });

  it('is refused with any byte flipped', () => {
    const { bytes } = created.object;
    for (let at = 0; at < bytes.length; at += 7)
      expect(codeOfPackage(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)))).toBe('package-not-for-link');
  });

  it('can be sealed anew after a rotation, for the same link', () => {
    const rotated = { spaceId: teamSpaceId(teamRoot), key: random.bytes(32), supersedes: [random.bytes(32)] };
    const again = sealPackage({ ...contents, keys: [...keys, rotated] }, box, random);
    expect(expectOk(openPackage(link, again, 0)).keys).toContainEqual(rotated);
  });

  it('is refused when it names another team, lacks a key or smuggles one of another space', () => {
    const foreign = { spaceId: random.bytes(32), key: random.bytes(32), supersedes: [] };
    for (const change of [{ teamRoot: device.id }, { keys: keys.slice(1) }, { keys: [...keys, foreign] }])
      expect(codeOfPackage(sealPackage({ ...contents, ...change }, box, random))).toBe('package-malformed');
  });

  it('that has run out is said to have, by this device`s clock', () => {
    expect(codeOfPackage(created.object.bytes, 1_999)).toBe('ok');
    expect(codeOfPackage(created.object.bytes, 2_000)).toBe('invitation-expired');
  });
});

it('a newcomer joins with link and package alone, and the team accepts', () => {
  const team = createTeam(2);
  const ana = team.found();
  const invitation = createInvitation({
    teamRoot: team.root.publicKey,
    teamName: 'Team',
    relayUrls: [],
    lanKey: random.bytes(32),
    role: 'member',
    expiresAt: 10_000,
    note: '',
    approval: false,
    inviterId: ana.person.id,
    device: ana.device,
    grants: [
      buildGrant(
        {
          team: team.root.publicKey,
          kind: 'device',
          subject: ana.device.id,
          issuer: team.root.publicKey,
          mayGrant: true,
        },
        signBytes(team.root),
      ),
    ],
    keys: [membersSpaceId(team.root.publicKey), teamSpaceId(team.root.publicKey)].map((spaceId) => ({
      spaceId,
      key: random.bytes(32),
      supersedes: [],
    })),
    random,
  });
  ana.write(invitation.act);
  const bilal = team.actor(personKeys(random.bytes(32)));
  bilal.hears(...team.acts);
  const joined = bilal.write(joinAct(expectOk(parseLink(invitation.link)), bilal.person, bilal.device, 'Bilal'));
  ana.hears(joined);
  ana.write({ kind: 'accept', join: joined.hash });
  expect(ana.sees(bilal)).toMatchObject({ name: 'Bilal', role: 'member', state: 'member' });
});
