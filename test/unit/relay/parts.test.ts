import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBucket } from '#relay/bucket.ts';
import { createCommitter } from '#relay/committer.ts';
import { createMemoryStore } from '#relay/index.ts';
import type { EntryWrite } from '#relay/index.ts';
import { createManualTime } from '#test/support/sync/manual-timers.ts';

describe('rate limits', () => {
  test('S55: over any time no more passes without waiting than the burst and the rate allow', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2000), fc.nat(50)), { maxLength: 60 }), (steps) => {
        const time = createManualTime();
        const bucket = createBucket(time.clock, 10, 100);
        let passed = 0;
        let elapsed = 0;
        for (const [wait, count] of steps) {
          time.advance(wait);
          elapsed += wait;
          if (bucket.take(count) === 0) passed += count;
          expect(passed).toBeLessThanOrEqual(100 + (elapsed * 10) / 1000 + 1e-6);
        }
      }),
    );
  });

  test('S55: a debt is what must be waited, and a clock that goes back forgives none', () => {
    const time = createManualTime();
    const bucket = createBucket(time.clock, 10, 10);
    expect(bucket.take(10)).toBe(0);
    expect(bucket.take(5)).toBe(500);
    time.jump(-100_000);
    expect(bucket.take(0)).toBe(500);
    time.advance(500);
    expect(bucket.take(0)).toBe(0);
  });
});

describe('group commit', () => {
  const write = (seq: number): EntryWrite => ({
    team: 0,
    log: 'log',
    seq,
    hash: new Uint8Array(32),
    bytes: new Uint8Array(1),
    device: new Uint8Array(32),
  });
  const lab = (append: (entries: readonly EntryWrite[]) => void) => {
    const deferred: (() => void)[] = [];
    const committer = createCommitter({ ...createMemoryStore(), append }, (task) => deferred.push(task));
    return { committer, turn: () => deferred.splice(0).forEach((task) => task()) };
  };

  test('S54: what comes in during one turn shares one commit, and nobody hears of it before', () => {
    const commits: number[] = [];
    const { committer, turn } = lab((entries) => commits.push(entries.length));
    const heard: number[] = [];
    for (let i = 0; i < 5; i += 1) committer.submit([write(i * 2 + 1), write(i * 2 + 2)], () => heard.push(i));
    expect(heard).toEqual([]);
    turn();
    expect(commits).toEqual([10]);
    expect(heard).toEqual([0, 1, 2, 3, 4]);
    turn();
    expect(commits).toEqual([10]);
  });

  test('S54: after a failed commit later writes of the same turn fail as well, those of the next may succeed', () => {
    let fail = true;
    const { committer, turn } = lab(() => {
      if (fail) throw new Error('disk full');
    });
    const outcomes: (string | undefined)[] = [];
    const big = Array.from({ length: 9000 }, (_, index) => write(index + 1));
    committer.submit(big, (failure) => {
      outcomes.push(failure?.message);
      fail = false;
    });
    committer.submit([write(9001)], (failure) => outcomes.push(failure?.message));
    turn();
    committer.submit([write(1)], (failure) => outcomes.push(failure?.message));
    turn();
    expect(outcomes).toEqual(['disk full', 'disk full', undefined]);
  });
});
