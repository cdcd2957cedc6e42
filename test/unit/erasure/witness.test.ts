import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWitnesses, driftMs, timeWarnings, type ClaimedTimes } from '#engine/queries/witness.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { toText } from '#shared/std/index.ts';
import { deliver, say, threeMembers, type Member, type Team } from '../ledger/team.ts';

const minute = 60_000;
const start = Date.UTC(2026, 4, 12, 9);

let team: Team;
beforeEach(() => {
  team = threeMembers(3);
});
afterEach(() => team.close());

const commentAt = (by: Member, targetId: string, at: number): string => {
  team.setTime(at);
  const { id } = say(by, 'comment.add', { targetId, text: 'words' }, team.deps);
  return toText(by.ledger.entries.ofRecord(id)[0]?.hash ?? new Uint8Array(0));
};
const passOn = (from: Member, to: Member, at: number): void => {
  team.setTime(at);
  deliver(from.ledger, to.ledger);
};
const boundsIn = (ledger: Ledger, entry: string) => createWitnesses(ledger.db)(entry);

describe('who had seen an entry', () => {
  test('is told by the first entry that somebody else wrote with it in sight, on every machine alike', () => {
    const { ana, ben, cem, objective } = team;
    team.setTime(start);
    const { id: goal } = objective(ana);
    team.meetAll();
    const first = commentAt(ana, goal, start + minute);
    passOn(ana, ben, start + 5 * minute);
    commentAt(ben, goal, start + 7 * minute);
    commentAt(cem, goal, start + 2 * minute);
    team.meetAll();
    commentAt(cem, goal, start + 20 * minute);
    team.meetAll();
    for (const { ledger } of [ana, ben, cem])
      expect(boundsIn(ledger, first).witness).toEqual({ at: start + 7 * minute, byId: ben.ledger.me.personId });
  });

  test('is nobody while nobody wrote after it arrived, and never its own author', () => {
    const { ana, ben, objective } = team;
    team.setTime(start);
    const { id: goal } = objective(ana);
    const entry = commentAt(ana, goal, start + minute);
    commentAt(ana, goal, start + 2 * minute);
    team.meetAll();
    for (const { ledger } of [ana, ben]) expect(boundsIn(ledger, entry).witness).toBeNull();
  });

  test('to have seen a later entry of a log is to have seen the ones before it', () => {
    const { ana, ben, objective } = team;
    team.setTime(start);
    const { id: goal } = objective(ana);
    const early = commentAt(ana, goal, start + minute);
    commentAt(ana, goal, start + 2 * minute);
    passOn(ana, ben, start + 3 * minute);
    commentAt(ben, goal, start + 4 * minute);
    team.meetAll();
    expect(boundsIn(ana.ledger, early).witness?.at).toBe(start + 4 * minute);
  });

  test('an entry that claims to be older than what its author had seen is found out', () => {
    const { ana, ben, objective } = team;
    team.setTime(start);
    const { id: goal } = objective(ana);
    team.meetAll();
    commentAt(ana, goal, start + 60 * minute);
    passOn(ana, ben, start + 61 * minute);
    const backDated = commentAt(ben, goal, start - 600 * minute);
    passOn(ben, ana, start + 62 * minute);
    const bounds = boundsIn(ana.ledger, backDated);
    expect(bounds.notBefore).toEqual({ at: start + 60 * minute, byId: ana.ledger.me.personId });
    const claimed = { claimedAt: start - 600 * minute, arrivedAt: start + 62 * minute, ownBefore: null };
    expect(timeWarnings({ ...bounds, ...claimed })).toEqual(['before-seen']);
  });

  test('a clock far ahead accuses itself, not those who answer it', () => {
    const { ana, ben, objective } = team;
    team.setTime(start);
    const { id: goal } = objective(ana);
    team.meetAll();
    const ahead = commentAt(ana, goal, start + 5_000 * minute);
    passOn(ana, ben, start + 10 * minute);
    const answer = commentAt(ben, goal, start + 11 * minute);
    const of = (entry: string, claimedAt: number, arrivedAt: number | null) =>
      timeWarnings({ ...boundsIn(ben.ledger, entry), claimedAt, arrivedAt, ownBefore: null });
    expect(of(ahead, start + 5_000 * minute, start + 10 * minute)).toEqual(['after-arrival', 'after-witness']);
    expect(of(answer, start + 11 * minute, null)).toEqual([]);
  });
});

describe('warnings', () => {
  const at = fc.integer({ min: start, max: start + 10_000 * minute });
  const drift = fc.integer({ min: -driftMs / 2, max: driftMs / 2 });

  test('are never given where every clock is right within the drift of honest machines', () => {
    fc.assert(
      fc.property(at, at, at, at, drift, drift, drift, drift, (a, b, c, d, e, f, g, h) => {
        const [own, seen, written, later] = [a, b, c, d].sort((x, y) => x - y);
        if (own === undefined || seen === undefined || written === undefined || later === undefined) return;
        const entry: ClaimedTimes = {
          claimedAt: written + e,
          arrivedAt: later + f,
          ownBefore: own + e,
          notBefore: { at: seen + g, byId: 'x' },
          witness: { at: later + h, byId: 'y' },
        };
        expect(timeWarnings(entry)).toEqual([]);
      }),
    );
  });

  test('are always given beyond it, and name which of the times disagrees', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: driftMs + 1, max: 10_000 * minute }), (claimedAt, by) => {
        const none = { arrivedAt: null, ownBefore: null, notBefore: null, witness: null };
        expect(timeWarnings({ ...none, claimedAt, arrivedAt: claimedAt - by })).toEqual(['after-arrival']);
        expect(timeWarnings({ ...none, claimedAt, ownBefore: claimedAt + by })).toEqual(['before-own']);
        const other = (time: number) => ({ at: time, byId: 'x' });
        expect(timeWarnings({ ...none, claimedAt, notBefore: other(claimedAt + by) })).toEqual(['before-seen']);
        expect(timeWarnings({ ...none, claimedAt, witness: other(claimedAt - by) })).toEqual(['after-witness']);
      }),
    );
  });
});
