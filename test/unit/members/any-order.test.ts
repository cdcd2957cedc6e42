import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '#engine/members/index.ts';
import type { Members, Role, SignedAct, WrittenAct } from '#engine/members/index.ts';
import { toText } from '#shared/std/index.ts';
import { createTeam, noCut } from './team.ts';
import type { Actor, Team } from './team.ts';

/** Everything a resolved view says, as plain data. */
const picture = (members: Members, acts: readonly SignedAct[]): unknown => ({
  people: [...members.people.values()],
  devices: [...members.devices.values()],
  invitations: members.invitations,
  pending: members.pending,
  refusals: acts.map((act) => members.refusal(act.hash)?.code ?? null),
  reductions: members.reductions,
});

interface Step {
  readonly who: number;
  readonly what: number;
  readonly target: number;
  readonly other: number;
  /** How much of the others' acts the actor hears first, in percent. */
  readonly hears: number;
}

const steps = fc.array(
  fc.record({
    who: fc.nat(6),
    what: fc.nat(9),
    target: fc.nat(6),
    other: fc.nat(3),
    hears: fc.constantFrom(0, 0, 50, 100),
  }),
  { minLength: 5, maxLength: 30 },
);

const pick = <T>(list: readonly T[], at: number): T => {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** A team in which anybody tries anything at any time, knowing more or less of the rest. */
const live = (seed: number, story: readonly Step[]): Team => {
  const team = createTeam(seed);
  const founder = team.found();
  const cast: Actor[] = [founder, team.admit(founder, 'admin'), team.admit(founder, 'admin'), team.admit(founder)];
  for (const one of cast) one.hears(...team.acts);
  const invites: ReturnType<Team['invite']>[] = [];
  const joins: SignedAct[] = [];
  const roles: readonly Role[] = ['guest', 'member', 'admin', 'owner'];
  for (const { who, what, target, other, hears } of story) {
    const [me, them] = [pick(cast, who), pick(cast, target)];
    me.hears(...team.acts.slice(0, Math.floor((team.acts.length * hears) / 100)));
    const personId = them.person.id;
    const acts: readonly (() => void)[] = [
      () => void me.write({ kind: 'remove', personId, cut: noCut }),
      () => void me.write({ kind: 'set-role', personId, role: pick(roles, other), cut: noCut }),
      () => void me.write({ kind: 'set-manager', personId, managerId: pick(cast, other).person.id }),
      () => void me.write({ kind: 'device-revoke', deviceId: them.device.id, cut: noCut }),
      () => void invites.push(team.invite(me, pick(roles, other))),
      () => {
        if (invites.length === 0) return;
        const { who: newcomer, join } = team.join(pick(invites, target), [...team.acts]);
        joins.push(join);
        if (cast.length < 7) cast.push(newcomer);
      },
      () => {
        if (joins.length > 0) me.write({ kind: 'accept', join: pick(joins, target).hash });
      },
      () => {
        if (invites.length > 0) me.write({ kind: 'revoke-invite', invite: pick(invites, target).keys.publicKey });
      },
      () => {
        if (cast.length < 7) cast.push(team.addDevice(me));
      },
      () => void me.forkLast({ kind: 'set-role', personId, role: pick(roles, other), cut: noCut }),
    ];
    pick(acts, what)();
  }
  return team;
};

const shuffled = (acts: readonly SignedAct[], keys: readonly number[]): readonly SignedAct[] =>
  acts
    .map((act, at) => ({ act, key: keys[at % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ act }) => act);

describe('the members graph', () => {
  it('M10: gives the same team for any order of arrival', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        steps,
        fc.array(fc.double({ noNaN: true }), { minLength: 20, maxLength: 60 }),
        (seed, story, keys) => {
          const team = live(seed, story);
          const expected = picture(resolve(team.root.publicKey, team.acts), team.acts);
          const reversed = [...team.acts].reverse();
          expect(picture(resolve(team.root.publicKey, reversed), team.acts)).toEqual(expected);
          expect(picture(resolve(team.root.publicKey, shuffled(team.acts, keys)), team.acts)).toEqual(expected);
          const twice = [...team.acts, ...reversed];
          expect(picture(resolve(team.root.publicKey, twice), team.acts)).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives the same team whether acts were asked about on the way or all at once', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), steps, (seed, story) => {
        const team = live(seed, story);
        const watcher = team.actor();
        for (const act of team.acts) {
          watcher.hears(act);
          watcher.replica.now();
        }
        const atOnce = resolve(team.root.publicKey, [...team.acts].reverse());
        expect(picture(watcher.replica.now(), team.acts)).toEqual(picture(atOnce, team.acts));
        for (const act of team.acts) {
          const view = watcher.replica.at([act.hash]);
          const past = pastOf(act, team.acts);
          expect(view && picture(view, past)).toEqual(picture(resolve(team.root.publicKey, past), past));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives nobody a role that no admin or owner gave them', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), steps, (seed, story) => {
        const team = live(seed, story);
        const members = resolve(team.root.publicKey, team.acts);
        const standing = team.acts.filter((act) => members.refusal(act.hash) === undefined);
        for (const person of members.people.values()) {
          if (person.role !== 'admin' && person.role !== 'owner') continue;
          const given = standing.some(
            ({ act }) =>
              act.kind === 'set-role' && toText(act.personId) === person.personId && act.role === person.role,
          );
          const joined = standing.some(
            ({ act }) => (act.kind === 'create' || act.kind === 'join') && isOf(act, members, person.personId),
          );
          expect(given || joined).toBe(true);
        }
        for (const { act, deviceId } of standing) {
          if (act.kind !== 'invite') continue;
          expect(members.personOfDevice(toText(deviceId))).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});

const isOf = (act: Extract<WrittenAct, { device: unknown }>, members: Members, personId: string): boolean =>
  members.personOfDevice(toText(act.device.sign)) === personId;

const pastOf = (act: SignedAct, all: readonly SignedAct[]): readonly SignedAct[] => {
  const byHash = new Map(all.map((one) => [toText(one.hash), one]));
  const past = new Map<string, SignedAct>();
  const queue = [act];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const key = toText(next.hash);
    if (past.has(key)) continue;
    past.set(key, next);
    for (const hash of [...next.heads, next.prevHash]) {
      const parent = byHash.get(toText(hash));
      if (parent !== undefined) queue.push(parent);
    }
  }
  return [...past.values()];
};
