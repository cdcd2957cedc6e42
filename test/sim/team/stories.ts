import { describe, expect, test } from 'vitest';
import { runScenario } from './scenario.ts';

/** Promises that the stories of these seeds end well. They are spread over files so that they use every core. */
export const expectStories = (from: number, count: number): void => {
  describe('a team that loses power, connections and disk space, behind a relay that lies', () => {
    test(`ends with equal members, heads and read models, and nothing lost or leaked: seeds ${from} to ${from + count - 1}`, async () => {
      const happened = new Map<string, number>();
      for (let seed = from; seed < from + count; seed += 1) {
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
        'objective.update: ok',
        'objective.create: ok',
        'accept: ok',
        'fault: restart',
        'fault: power cut',
        'fault: full disk',
        'cheat: tried',
        'attack: duel of admins',
        'remove: ok',
        'device-add: ok',
        'watch: two machines that heard the same agree',
      ])
        expect(happened.get(what) ?? 0, what).toBeGreaterThan(count / 25);
    });
  });
};
