import { cpus, platform, release, totalmem, tmpdir } from 'node:os';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { parseArgs } from 'node:util';
import { coldOpen } from './rows/cold-open.ts';
import type { BenchContext, BenchRow } from './rows/context.ts';
import { join } from './rows/join.ts';
import { liveEdit } from './rows/live-edit.ts';
import { localCommand } from './rows/local-command.ts';
import { relayIngest } from './rows/relay-ingest.ts';
import { renderer } from './rows/renderer.ts';
import { tableOf, type Row } from './stats.ts';

const help = `npm run bench -- [--quick] [--json] [--only NAME]

Measures Meridian beside automerge-repo with nodefs storage and its websocket server, in one run on this machine.

  --quick      small sizes, ends within about a minute; nothing is saved
  --json       one JSON document instead of the table
  --only NAME  one of: ROWS
  --save       writes docs/bench/latest.json and latest.txt (full runs)`;

const rows: Readonly<Record<string, BenchRow>> = {
  local: localCommand,
  live: liveEdit,
  join,
  relay: relayIngest,
  cold: coldOpen,
  renderer,
};

const flags = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    save: { type: 'boolean' },
    help: { type: 'boolean' },
  },
}).values;

const main = async (): Promise<number> => {
  if (flags.help === true) {
    console.log(help.replace('ROWS', Object.keys(rows).join(', ')));
    return 0;
  }
  if (flags.only !== undefined && rows[flags.only] === undefined) {
    console.error(`There is no row "${flags.only}". Rows: ${Object.keys(rows).join(', ')}.`);
    return 2;
  }
  const scratch = mkdtempSync(path(tmpdir(), 'meridian-bench-'));
  const say = (line: string): void => void (flags.json === true ? undefined : console.error(line));
  const ctx: BenchContext = {
    quick: flags.quick === true,
    say,
    folder: (name) => {
      const folder = path(scratch, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
  };
  const found: Row[] = [];
  try {
    for (const [name, measure] of Object.entries(rows)) {
      if (flags.only !== undefined && flags.only !== name) continue;
      say(`Measuring ${name} ...`);
      found.push(...(await measure(ctx)));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    os: `${platform()} ${release()}`,
    node: process.version,
  };
  const report = {
    at: new Date().toISOString(),
    quick: ctx.quick,
    machine,
    rival: 'automerge-repo + nodefs + websocket server',
    rows: found,
  };
  const table = `${tableOf(found)}\n\n${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}`;
  console.log(flags.json === true ? JSON.stringify(report) : `\n${table}`);
  if (flags.save === true) {
    const folder = path(import.meta.dirname, '..', '..', 'docs', 'bench');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(path(folder, 'latest.txt'), `${table}\n`);
  }
  return 0;
};

process.exit(await main());
