// Measures opening one profile in a process of its own: engine, first screen's data, memory; with "search", searching too.
import { open } from './ours.ts';
import { percentiles } from './stats.ts';

const [directory = '', also = ''] = process.argv.slice(2);
const started = performance.now();
const { engine, close } = await open(directory, false);
const opened = performance.now() - started;
await engine.read('session', {});
await engine.read('today', {});
const cycles = await engine.read('cycles', {});
if (cycles.ok && cycles.value.currentId !== null) await engine.read('goals', { cycleId: cycles.value.currentId });
const ready = performance.now() - started;
const rss = process.memoryUsage().rss;
const texts = [
  'latency',
  'guides onb',
  'search editor',
  'offline 12',
  'accessibility',
  'objective 40',
  'transl',
  'publishing support',
];
const times: number[] = [];
for (const text of also === 'search' ? Array.from({ length: 10 }, () => texts).flat() : []) {
  const begin = performance.now();
  const found = await engine.read('search', { text });
  times.push(performance.now() - begin);
  if (!found.ok || found.value.hits.length === 0) throw new Error(`Search found nothing for "${text}".`);
}
await close();
console.log(JSON.stringify({ opened, ready, rss, search: percentiles(times) }));
