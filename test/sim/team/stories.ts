import { describe, expect, test } from 'vitest';
import { runScenario } from './scenario.ts';
import { shapeOf } from './shape.ts';

/** Gathering fifty machines takes longer than most stories, so those that begin with them share one process. */
const isLarge = (seed: number): boolean => shapeOf(seed).devices > 15;

/**
 * Promises that the stories of these seeds end well. They are spread over files so that they use every core; the few of
 * fifty machines have a file of their own (`expectLargeStories`).
 */
export const expectStories = (from: number, count: number): void => {
  describe('a team that loses power, connections and disk space, behind a relay that lies', () => {
    test(`ends with equal members, heads and read models, and nothing lost or leaked: seeds ${from} to ${from + count - 1}`, async () => {
      const happened = new Map<string, number>();
      for (let seed = from; seed < from + count; seed += 1) {
        if (isLarge(seed)) continue;
        try {
          for (const [what, times] of await runScenario(seed)) happened.set(what, (happened.get(what) ?? 0) + times);
        } catch (cause) {
          throw new Error(`Seed ${seed} goes wrong. Replay it with: npm run sim -- --seeds 1 --from ${seed}`, {
            cause,
          });
        }
      }
      // A simulation in which nothing happens would end well too.
      for (const what of [
        'objective.create: ok',
        'objective.update: ok',
        'accept: ok',
        'fault: restart',
        'fault: power cut',
        'fault: full disk',
        'cheat: tried',
        'attack: duel of admins',
        'attack: fork',
        'remove: ok',
        'device-add: ok',
        'watch: two machines that heard the same agree',
      ])
        expect(happened.get(what) ?? 0, what).toBeGreaterThan(count / 25);
      for (const what of ['restore: ok', 'erase: ok', 'succession: done'])
        expect(happened.get(what) ?? 0, what).toBeGreaterThan(0);
    });
  });
};

/** The stories of fifty machines among these seeds. */
export const expectLargeStories = (from: number, count: number): void => {
  const seeds = Array.from({ length: count }, (_, at) => from + at).filter(isLarge);
  test.each(seeds)('fifty machines end alike, and nothing is lost or leaked: seed %i', async (seed) => {
    expect((await runScenario(seed)).get('team of 50')).toBe(1);
  });
};
