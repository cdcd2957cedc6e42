import { describe, expect, it } from 'vitest';
import { sign, signKeyPair } from '#engine/crypto/index.ts';
import { buildCertificate } from '#engine/entry/index.ts';
import { teamSpaceId } from '#engine/keys/index.ts';
import type { WrittenAct } from '#engine/members/index.ts';
import { toText } from '#shared/std/index.ts';
import { encodeHeader } from '#shared/sync/index.ts';
import { createTeam } from './team.ts';

const offer: WrittenAct = { kind: 'offer', sealed: [] };

describe('a fork in the log of a device', () => {
  it('M8: voids its acts from there on and freezes the device, on every replica', () => {
    const team = createTeam(1);
    const ana = team.found();
    const b = team.admit(ana, 'admin');
    const before = team.invite(b);
    const left = team.invite(b);
    const right = b.forkLast({ kind: 'remove', personId: b.person.id, cut: [] });
    const c = team.actor();
    ana.hears(before.act, left.act, right);
    c.hears(right, left.act, before.act, ...[...team.acts].reverse());
    for (const one of [ana, c]) {
      const now = one.replica.now();
      expect(now.refusal(before.act.hash)).toBeUndefined();
      expect(now.refusal(left.act.hash)).toMatchObject({ code: 'act-forked' });
      expect(now.refusal(right.hash)).toMatchObject({ code: 'act-forked' });
      expect(one.sees(b)).toMatchObject({ state: 'member' });
      expect([...now.devices.values()].map((device) => device.state).sort()).toEqual(['active', 'frozen']);
    }
  });

  it('M8: does not undo what an owner`s checkpoint pinned', () => {
    const team = createTeam(2);
    const ana = team.found();
    const b = team.admit(ana, 'admin');
    const invited = team.invite(b);
    const late = b.forkLast(offer);
    ana.hears(invited.act);
    const { logId, seq, hash } = invited.act;
    ana.write({ kind: 'checkpoint', pins: [{ logId, seq, hash }] });
    ana.hears(late);
    const now = ana.replica.now();
    expect(now.refusal(invited.act.hash)).toBeUndefined();
    expect(now.refusal(late.hash)).toMatchObject({ code: 'act-forked' });
    expect([...now.devices.values()].map((device) => device.state)).toEqual(['active', 'active']);
  });

  it('M8: is proven to those who hold only one branch by two signed headers', () => {
    const team = createTeam(3);
    const ana = team.found();
    const b = team.admit(ana, 'admin');
    const log = signKeyPair(team.random.bytes(32));
    const header = (fill: number): Uint8Array =>
      encodeHeader({
        v: 1,
        logId: log.publicKey,
        seq: 2,
        prevHash: new Uint8Array(32).fill(9),
        epochTag: new Uint8Array(16),
        bodyHash: new Uint8Array(32).fill(fill),
        bodyLen: 1,
      });
    const [headerA, headerB] = [header(1), header(2)];
    const proof: WrittenAct = {
      kind: 'fork',
      headerA,
      headerB,
      signatureA: sign(log, 'entry', headerA),
      signatureB: sign(log, 'entry', headerB),
    };
    // The log of b in `members`, as if it had been written by the forked key.
    const last = team.invite(b);
    const relogged = team.acts
      .filter((act) => act.logId === last.act.logId)
      .map((act) => ({ ...act, logId: log.publicKey }));
    const replica = team.actor();
    replica.hears(...team.acts.filter((act) => act.logId !== last.act.logId), ...relogged);
    expect(replica.replica.now().refusal(last.act.hash)).toBeUndefined();
    const reporter = team.admit(ana);
    const told = reporter.write(proof);
    replica.hears(...team.acts.filter((act) => act.logId !== last.act.logId));
    expect(replica.replica.knows(told.hash)).toBe(true);
    expect(replica.replica.now().refusal(last.act.hash)).toMatchObject({ code: 'act-forked' });
  });

  it('M8: is named by whom the voided branch shut out, and by nobody else', () => {
    const team = createTeam(6);
    const ana = team.found();
    const b = team.admit(ana, 'admin');
    const c = team.admit(ana, 'member', [b]);
    const d = team.admit(ana, 'member', [b, c]);
    const out = b.write({ kind: 'device-revoke', deviceId: c.device.id, cut: [] });
    const other = b.forkLast(offer);
    for (const one of [ana, c, d]) {
      one.hears(out);
      one.replica.add(other, true);
      expect(one.replica.now().devices.get(toText(c.device.id))?.state).toBe('active');
    }
    const has = (heads: readonly Uint8Array[]): boolean => heads.some((hash) => toText(hash) === toText(other.hash));
    const headsOf = ({ replica, device }: typeof c, named: readonly Uint8Array[]): readonly Uint8Array[] =>
      replica.heads({ deviceId: device.id, named: () => named });
    expect(has(headsOf(d, []))).toBe(false);
    const heads = headsOf(c, []);
    expect(has(heads)).toBe(true);
    const asked = c.write({ kind: 'ask', epochs: [team.random.bytes(32)] }, heads);
    ana.hears(asked);
    expect(ana.replica.now().refusal(asked.hash)).toBeUndefined();
    // Whoever named it once in a log goes on to.
    expect(d.replica.covers(headsOf(d, [other.hash]), [other.hash])).toBe(true);
  });

  it('M8b: in the log of its data freezes the device too, and keeps what somebody who tells of it had seen', () => {
    const team = createTeam(5);
    const ana = team.found();
    const b = team.admit(ana, 'admin');
    const seen = team.invite(b);
    const space = teamSpaceId(team.root.publicKey);
    const log = signKeyPair(team.random.bytes(32));
    const header = (fill: number): Uint8Array =>
      encodeHeader({
        v: 1,
        logId: log.publicKey,
        seq: 4,
        prevHash: new Uint8Array(32).fill(9),
        epochTag: new Uint8Array(16),
        bodyHash: new Uint8Array(32).fill(fill),
        bodyLen: 1,
      });
    const [headerA, headerB] = [header(1), header(2)];
    const proof = (certificate: Uint8Array): WrittenAct => ({
      kind: 'device-fork',
      ...{ headerA, headerB, signatureA: sign(log, 'entry', headerA), signatureB: sign(log, 'entry', headerB) },
      certificate,
    });
    ana.hears(seen.act);
    const told = ana.write(proof(buildCertificate(b.device.sign, space, log.publicKey)));
    const after = team.invite(b);
    for (const one of [ana, team.actor()]) {
      one.hears(after.act, told, ...[...team.acts].reverse());
      const now = one.replica.now();
      expect(now.devices.get(toText(b.device.id))?.state).toBe('frozen');
      expect(now.refusal(seen.act.hash)).toBeUndefined();
      expect(now.refusal(after.act.hash)).toMatchObject({ code: 'act-forked' });
    }
    // Whose log it is has to be proven, too.
    const other = ana.write(proof(buildCertificate(ana.device.sign, team.random.bytes(32), log.publicKey)));
    expect(ana.replica.now().refusal(other.hash)).toMatchObject({ code: 'act-bad-proof' });
  });

  it('is not proven by the same header twice or by a bad signature', () => {
    const team = createTeam(4);
    const ana = team.found();
    const log = signKeyPair(team.random.bytes(32));
    const headerA = encodeHeader({
      v: 1,
      logId: log.publicKey,
      seq: 1,
      prevHash: new Uint8Array(32),
      epochTag: new Uint8Array(16),
      bodyHash: new Uint8Array(32),
      bodyLen: 1,
    });
    const signatureA = sign(log, 'entry', headerA);
    const same = ana.write({ kind: 'fork', headerA, headerB: headerA, signatureA, signatureB: signatureA });
    expect(ana.replica.now().refusal(same.hash)).toMatchObject({ code: 'act-bad-proof' });
  });
});
