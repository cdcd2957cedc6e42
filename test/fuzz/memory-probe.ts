// Run by the memory test in a process of its own: `node --expose-gc --max-semi-space-size=1024 memory-probe.ts [name]`.
// Prints one JSON line an input: what the parser still holds of it afterwards, and all that it took on the way,
// garbage included (the young generation is made so large that nothing is collected meanwhile).
import { setImmediate } from 'node:timers/promises';
import type { Reading, Target } from './target.ts';
import { targets } from './targets/index.ts';

/**
 * Rounds until everything is gone that nobody holds: a round that ends a marking begun earlier keeps what was written
 * meanwhile, and what lies outside the heap is given back after the round that finds it unused, in a task of its own.
 */
const collect = async (): Promise<void> => {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc();
    await setImmediate();
  }
};
const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const measure = async (target: Target, bytes: Uint8Array) => {
  await collect();
  const before = inUse();
  const reading: Reading = await target.read(bytes);
  const spent = inUse() - before;
  await collect();
  const held = inUse() - before;
  return { name: target.name, size: bytes.length, taken: reading.ok, held, spent };
};

const only = process.argv[2];
for (const target of targets) {
  if (only !== undefined && target.name !== only) continue;
  const bombs = target.bombs?.() ?? [];
  const inputs = bombs.length === 0 ? [] : [...target.samples().slice(0, 1), ...bombs.slice(0, 3)];
  // Once before, so that compiled code and caches are not counted.
  for (const bytes of inputs) await target.read(bytes);
  for (const bytes of inputs) console.log(JSON.stringify(await measure(target, bytes)));
}
