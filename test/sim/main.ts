// `npm run sim -- --seeds N --from S`: plays stories of a team and says which seed goes wrong, and how to see it again.
import { parseArgs } from 'node:util';
import { runScenario } from './team/scenario.ts';

const usage = `Usage: npm run sim -- [--seeds N] [--from S] [--steps K] [--json]

Plays N stories of a simulated team (default 200), from seed S on (default 1), each of K steps (default 70). A seed
decides everything that happens in its story, so the same seed goes wrong in the same way.`;

const numberOf = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  console.error(`--${name} needs a whole number from 1 on, not "${text}".\n\n${usage}`);
  process.exit(2);
};

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        seeds: { type: 'string', default: '200' },
        from: { type: 'string', default: '1' },
        steps: { type: 'string', default: '70' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`);
    process.exit(2);
  }
};

const options = readOptions();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const seeds = numberOf(options.seeds, 'seeds');
const from = numberOf(options.from, 'from');
const steps = numberOf(options.steps, 'steps');
const totals = new Map<string, number>();
const started = Date.now();
for (let seed = from; seed < from + seeds; seed += 1) {
  try {
    for (const [what, count] of await runScenario(seed, { steps })) totals.set(what, (totals.get(what) ?? 0) + count);
  } catch (cause) {
    const replay = `npm run sim -- --seeds 1 --from ${seed} --steps ${steps}`;
    if (options.json) console.log(JSON.stringify({ ok: false, seed, replay, reason: String(cause) }));
    console.error(`Seed ${seed} goes wrong. Replay it with: ${replay}`);
    console.error(cause);
    process.exit(1);
  }
}
const seconds = (Date.now() - started) / 1000;
const happened = Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
if (options.json) console.log(JSON.stringify({ ok: true, from, seeds, steps, seconds, happened }));
else {
  for (const [what, count] of Object.entries(happened)) console.log(`${String(count).padStart(8)}  ${what}`);
  console.log(`${seeds} stories converged in ${seconds.toFixed(1)} s.`);
}
