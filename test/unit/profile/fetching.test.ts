import { describe, expect, it } from 'vitest';
import { awaited } from '#engine/profile/fetching.ts';

/** A fetch in simulated time: `entries(ms)` have arrived and `reached(ms)` somebody after so long. */
const fetching = async (at: {
  readonly reached: (ms: number) => boolean;
  readonly entries: (ms: number) => number;
  readonly done: (ms: number) => boolean;
}): Promise<{ readonly came: boolean; readonly ms: number; readonly said: readonly (string | null)[] }> => {
  let ms = 0;
  const said: (string | null)[] = [];
  const came = await awaited(
    {
      timers: {
        after: (pause, task) => {
          ms += pause;
          queueMicrotask(task);
          return () => undefined;
        },
      },
      setJoining: (sentence) => void said.push(sentence),
    },
    {
      ledger: { entries: { count: () => at.entries(ms) } },
      network: { reached: () => at.reached(ms), refusal: () => undefined },
    },
    () => at.done(ms),
  );
  return { came, ms, said };
};

describe('fetching a team', () => {
  it('goes on for as long as entries arrive, even slowly, and says how many', async () => {
    const hour = 3_600_000;
    const slowly = {
      reached: () => true,
      entries: (ms: number) => Math.floor(ms / 15_000),
      done: (ms: number) => ms > hour,
    };
    const { came, said } = await fetching(slowly);
    expect(came).toBe(true);
    expect(said.at(-1)).toContain('240 entries');
  });

  it('ends when nothing more arrives from whoever was reached', async () => {
    const { came, ms } = await fetching({ reached: () => true, entries: () => 7, done: () => false });
    expect(came).toBe(false);
    expect(ms).toBeGreaterThanOrEqual(20_000);
  });

  it('ends sooner when nobody is reached at all', async () => {
    const { came, ms } = await fetching({ reached: () => false, entries: () => 0, done: () => false });
    expect(came).toBe(false);
    expect(ms).toBeLessThan(15_000);
  });
});
