// `npm run fuzz -- --runs N --from S --only name`: changes real bytes of every kind in N ways and hands them to their
// parsers. `--keep` adds today's samples to the corpus.
import { parseArgs } from 'node:util';
import { keepSamples } from './corpus.ts';
import { targets } from './targets/index.ts';
import { createWatched } from './watched.ts';

const usage = `Usage: npm run fuzz -- [--runs N] [--from S] [--only name] [--keep]

Hands N changed inputs (default 20000), from seed S on (default 1), to every parser of foreign bytes or to one, and all
inputs made to cost more than they weigh. A seed decides its input. Parsers:
${targets.map(({ name }) => `  ${name}`).join('\n')}`;

const fail = (sentence: string): never => {
  console.error(`${sentence}\n\n${usage}`);
  process.exit(2);
};

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        runs: { type: 'string', default: '20000' },
        from: { type: 'string', default: '1' },
        only: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
};

const numberOf = (text: string, name: string): number => {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 1 ? value : fail(`--${name} needs a whole number from 1 on.`);
};

const options = readOptions();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const chosen = targets.filter(({ name }) => options.only === undefined || name === options.only);
if (chosen.length === 0) fail(`There is no parser called "${options.only ?? ''}".`);
const runs = numberOf(options.runs, 'runs');
const from = numberOf(options.from, 'from');

if (options.keep) {
  for (const target of chosen) await keepSamples(target);
  console.log(`The corpus holds today's samples of ${chosen.length} parsers.`);
  process.exit(0);
}
const watched = createWatched();
let faults = 0;
for (const { name } of chosen) {
  const started = Date.now();
  const broken = [
    ...(await watched.run({ name, what: 'mutations', from, runs })),
    ...(await watched.run({ name, what: 'bombs', from: 0, runs: 0 })),
  ];
  faults += broken.length;
  console.log(`${broken.length === 0 ? 'holds ' : 'BREAKS'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  for (const one of broken) {
    console.log(`  seed ${one.seed}: ${one.what}\n  ${one.hex}`);
    console.log(`  again: npm run fuzz -- --runs 1 --from ${one.seed} --only ${name}`);
  }
}
await watched.close();
console.log(faults === 0 ? `${chosen.length} parsers held ${runs} changed inputs each.` : `${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;
