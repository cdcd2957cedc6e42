// `npm run sim -- --seeds N --from S`: plays stories of a team and says which seed goes wrong, and how to see it again.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runScenario } from './team/scenario.ts';
import { mixes, type ShapeOptions } from './team/shape.ts';

const usage = `Usage: npm run sim -- [--seeds N] [--from S] [--devices D] [--steps K] [--jobs J] [--mix M] [--keep-going] [--json]

Plays N stories of a simulated team (default 200), from seed S on (default 1). A seed decides everything that happens in
its story, so the same seed goes wrong in the same way; it also decides how many machines there are and how many steps
the story has, unless D or K say so. J processes share the work (default 1). M is 'first' for stories
as they were before restored backups, erasures and succession came in, 'all' for those before teams began with a goal
that everybody knows; default 'goal'. The first seed that goes wrong ends it, unless it is to keep going: then all of them
are named at the end.`;

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
        devices: { type: 'string' },
        steps: { type: 'string' },
        mix: { type: 'string' },
        jobs: { type: 'string', default: '1' },
        'keep-going': { type: 'boolean', default: false },
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
const jobs = numberOf(options.jobs, 'jobs');
const mix = mixes.find((one) => one === options.mix);
if (options.mix !== undefined && mix === undefined) {
  console.error(`--mix needs one of: ${mixes.join(', ')}.\n\n${usage}`);
  process.exit(2);
}
const shape: ShapeOptions = {
  ...(options.devices === undefined ? {} : { devices: numberOf(options.devices, 'devices') }),
  ...(options.steps === undefined ? {} : { steps: numberOf(options.steps, 'steps') }),
  ...(mix === undefined ? {} : { mix }),
};
const keepGoing = options['keep-going'];
const shapeWords = Object.entries(shape).map(([name, value]) => `--${name} ${value}`);
const totals = new Map<string, number>();
const started = Date.now();
const add = (what: string, count: number): void => void totals.set(what, (totals.get(what) ?? 0) + count);

/** Seeds that went wrong. */
const wrong: number[] = [];

const playHere = async (): Promise<boolean> => {
  for (let seed = from; seed < from + seeds; seed += 1) {
    try {
      for (const [what, count] of await runScenario(seed, shape)) add(what, count);
    } catch (cause) {
      wrong.push(seed);
      const replay = ['npm run sim -- --seeds 1 --from', seed, ...shapeWords].join(' ');
      if (options.json && !keepGoing) console.log(JSON.stringify({ ok: false, seed, replay, reason: String(cause) }));
      console.error(`Seed ${seed} goes wrong. Replay it with: ${replay}`);
      console.error(cause);
      if (!keepGoing) return false;
    }
  }
  return wrong.length === 0;
};

interface Report {
  readonly happened?: Readonly<Record<string, number>>;
  readonly wrong?: readonly number[];
}

/** One process plays some of the seeds; what it says of a seed that goes wrong goes through to whoever reads. */
const playElsewhere = (first: number, count: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(import.meta.url);
    const words = [
      '--from',
      String(first),
      '--seeds',
      String(count),
      '--json',
      ...(keepGoing ? ['--keep-going'] : []),
      ...shapeWords.flatMap((w) => w.split(' ')),
    ];
    const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && (!keepGoing || said === '')) return resolve(false);
      const report = JSON.parse(said) as Report;
      wrong.push(...(report.wrong ?? []));
      for (const [what, times] of Object.entries(report.happened ?? {})) add(what, times);
      resolve(code === 0);
    });
  });

/** So many seeds that starting a process does not count, and so few that the processes end together. */
const chunk = Math.min(100, Math.ceil(seeds / jobs));

const playTogether = async (): Promise<boolean> => {
  let next = from;
  let fine = true;
  const work = async (): Promise<void> => {
    while ((fine || keepGoing) && next < from + seeds) {
      const first = next;
      next = Math.min(first + chunk, from + seeds);
      const played = await playElsewhere(first, next - first);
      fine &&= played;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return fine;
};

const fine = await (jobs === 1 ? playHere() : playTogether());
if (!fine && !keepGoing) process.exit(1);
process.exitCode = fine ? 0 : 1;
const seconds = (Date.now() - started) / 1000;
const happened = Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
if (options.json) console.log(JSON.stringify({ ok: fine, from, seeds, ...shape, wrong, seconds, happened }));
else {
  for (const [what, count] of Object.entries(happened)) console.log(`${String(count).padStart(8)}  ${what}`);
  const said = fine
    ? `${seeds} stories converged`
    : `${wrong.length} of ${seeds} stories went wrong (${wrong.sort((a, b) => a - b).join(', ')})`;
  console.log(`${said} in ${seconds.toFixed(1)} s.`);
}
