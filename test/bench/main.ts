import { cpus, platform, release, totalmem, tmpdir } from 'node:os';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { parseArgs } from 'node:util';
import { bareCommit } from './rows/bare-commit.ts';
import { coldOpen } from './rows/cold-open.ts';
import type { BenchContext, BenchRow } from './rows/context.ts';
import { encrypted } from './rows/encrypted.ts';
import { join } from './rows/join.ts';
import { largeRenderer } from './rows/large-renderer.ts';
import { liveEdit } from './rows/live-edit.ts';
import { localCommand } from './rows/local-command.ts';
import { relayIngest } from './rows/relay-ingest.ts';
import { renderer } from './rows/renderer.ts';
import { rotation } from './rows/rotation.ts';
import { tableOf, type Row } from './stats.ts';

const help = `npm run bench -- [--quick] [--json] [--only NAME]

Measures Meridian beside automerge-repo with nodefs storage and its websocket server, in one run on this machine.

  --quick      small sizes, ends within about a minute; nothing is saved
  --json       one JSON document instead of the table
  --only NAME  one of: ROWS
  --save       writes docs/bench/latest.json and latest.txt (full runs)`;

const rows: Readonly<Record<string, BenchRow>> = {
  bare: bareCommit,
  local: localCommand,
  live: liveEdit,
  join,
  relay: relayIngest,
  cold: coldOpen,
  encrypted,
  renderer,
  large: largeRenderer,
  rotation,
};

const readFlags = () => {
  const options = {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    save: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    return reasonOf(cause);
  }
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

interface Report {
  readonly at: string;
  readonly quick: boolean;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly rival: string;
  readonly rows: readonly Row[];
  /** Rows that could not be measured, and why. */
  readonly failed: Readonly<Record<string, string>>;
}

const save = (report: Report, table: string): void => {
  const folder = path(import.meta.dirname, '..', '..', 'docs', 'bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path(folder, 'latest.txt'), `${table}\n`);
};

/** A row that hangs is given up, so that the others are measured and told. */
const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it took longer than ${ms / 1000} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const measureAll = async (only: string | undefined, ctx: BenchContext): Promise<Pick<Report, 'rows' | 'failed'>> => {
  const found: Row[] = [];
  const failed: Record<string, string> = {};
  for (const [name, measure] of Object.entries(rows)) {
    if (only !== undefined && only !== name) continue;
    const started = performance.now();
    ctx.say(`Measuring ${name} ...`);
    try {
      found.push(...(await within(ctx.quick ? 120_000 : 1_200_000, measure(ctx))));
      ctx.say(`  ${((performance.now() - started) / 1000).toFixed(0)} s`);
    } catch (cause) {
      failed[name] = reasonOf(cause);
      ctx.say(`  could not be measured: ${reasonOf(cause)}`);
    }
  }
  return { rows: found, failed };
};

const main = async (): Promise<number> => {
  const flags = readFlags();
  if (typeof flags === 'string') {
    console.error(`${flags}\nSee npm run bench -- --help`);
    return 2;
  }
  if (flags.help === true) {
    console.log(help.replace('ROWS', Object.keys(rows).join(', ')));
    return 0;
  }
  if (flags.only !== undefined && rows[flags.only] === undefined) {
    console.error(`There is no row "${flags.only}". Rows: ${Object.keys(rows).join(', ')}.`);
    return 2;
  }
  if (flags.save === true && (flags.quick === true || flags.only !== undefined)) {
    console.error('Only full runs are saved: leave out --quick and --only.');
    return 2;
  }
  const scratch = mkdtempSync(path(tmpdir(), 'meridian-bench-'));
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const ctx: BenchContext = {
    quick: flags.quick === true,
    say: (line) => void (flags.json === true ? undefined : console.error(line)),
    folder: (name) => {
      const folder = path(scratch, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
  };
  const measured = await measureAll(flags.only, ctx);
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    os: `${platform()} ${release()}`,
    node: process.version,
  };
  const report: Report = {
    at: new Date().toISOString(),
    quick: ctx.quick,
    machine,
    rival: 'automerge-repo + nodefs + websocket server',
    ...measured,
  };
  const problems = Object.entries(measured.failed).map(([name, reason]) => `Not measured: ${name} (${reason})`);
  const hardware = `${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}`;
  const table = [tableOf(measured.rows), '', ...problems, hardware].join('\n');
  console.log(flags.json === true ? JSON.stringify(report) : `\n${table}`);
  if (flags.save === true) save(report, table);
  return problems.length > 0 ? 1 : 0;
};

// The rival's library sets timers in the past.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'TimeoutNegativeWarning') console.error(String(warning));
});
// The rival's library times out on slow documents with rejections that nobody handles.
process.on('unhandledRejection', (cause) => {
  if (!(cause instanceof Error) || cause.name !== 'TimeoutError') throw cause;
});
process.exit(await main());
