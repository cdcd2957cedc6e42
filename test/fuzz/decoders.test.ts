import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keptOf } from './corpus.ts';
import { check } from './play.ts';
import { regressions, targetOf } from './regressions.ts';
import { targets } from './targets/index.ts';
import { createWatched } from './watched.ts';

const runs = 1_000;
/** What a parser may hold beside four times its input: objects, maps and caches of its own. */
const allowance = 256 * 1024;
/** Compressed content has no such relation to its size; this is all that one body may unpack to. */
const unpacked = 4 * 1024 * 1024;

const watched = createWatched();
afterAll(() => watched.close());

describe.each(targets.map((target) => [target.name, target] as const))('the parser of %s', (name, target) => {
  it('reads what was kept in the corpus as it did then', async () => {
    const kept = keptOf(target);
    expect(kept.length, `npm run fuzz -- --only ${name} --keep`).toBeGreaterThan(0);
    for (const { hex, taken } of kept) {
      const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
      expect((await target.read(bytes)).ok, hex).toBe(taken);
      expect(await check(target, bytes), hex).toBeUndefined();
    }
  });

  it(`answers ${runs} changed inputs and every bomb, neither throws nor hangs, and spells values one way`, async () => {
    expect(await watched.run({ name, what: 'mutations', from: 1, runs })).toEqual([]);
    expect(await watched.run({ name, what: 'bombs', from: 0, runs: 0 })).toEqual([]);
  }, 240_000);
});

describe('inputs that broke a promise once', () => {
  it.each(regressions.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, one) => {
      expect(await check(targetOf(one), one.input())).toBeUndefined();
    },
    120_000,
  );
});

describe('memory', () => {
  const measured = (): readonly { name: string; size: number; taken: boolean; held: number; spent: number }[] => {
    const done = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-semi-space-size=256', join(import.meta.dirname, 'memory-probe.ts')],
      { encoding: 'utf8', maxBuffer: 1 << 24 },
    );
    if (done.status !== 0) throw new Error(done.stderr);
    return done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; size: number; taken: boolean; held: number; spent: number });
  };

  it('that a parser holds after reading is at most four times its input, unpacked content at most its bound', () => {
    const rows = measured();
    expect(rows.length).toBeGreaterThan(100);
    const above = rows.filter(({ name, size, held }) => {
      const compressed = name === 'inflate' || name === 'deflated-body' || name === 'sealed-body';
      return held > 4 * size + allowance + (compressed ? unpacked : 0);
    });
    expect(above).toEqual([]);
  }, 600_000);
});
