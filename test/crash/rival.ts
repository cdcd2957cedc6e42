import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RivalTask } from './child/rival.ts';

interface Said {
  readonly url?: string;
  readonly found?: string;
  readonly steps?: number;
}

const patienceMs = 60_000;

const run = (task: RivalTask): Promise<readonly Said[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child', 'rival.ts'), JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const stop = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(stop);
      const lines = said.split('\n').slice(0, -1);
      resolve(lines.map((line) => JSON.parse(line) as Said));
    });
  });

/** What became of the documents: how many were found whole, and what else was said. */
const found = async (directory: string, urls: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const outcomes = new Map<string, number>();
  const said = new Map((await run({ directory, read: urls })).map(({ url = '', found: what = '' }) => [url, what]));
  for (const url of urls) {
    const what = said.get(url) ?? 'the process ends, or never answers';
    outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
  }
  return outcomes;
};

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(directory, name)).isFile(),
  );

const damages: Readonly<Record<string, (file: string) => void>> = {
  'every file cut to half': (file) => truncateSync(file, statSync(file).size >> 1),
  'every file zeroed from its middle': (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, bytes.length >> 1));
  },
  'one bit of every file flipped': (file) => {
    const bytes = readFileSync(file);
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(file, bytes);
  },
};

/** The rival's rows of the matrix: what happened, and what it then says of documents that it had flushed. */
export const rivalRows = async (
  kills: number,
): Promise<readonly (readonly [string, ReadonlyMap<string, number>])[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-rival-'));
  try {
    const base = join(folder, 'base');
    const whole = await run({ directory: base });
    const urls = whole.flatMap(({ url }) => (url === undefined ? [] : [url]));
    const steps = whole.at(-1)?.steps ?? 0;
    const killed = new Map<string, number>();
    for (let nth = 1; nth <= kills; nth += 1) {
      const directory = join(folder, `kill-${nth}`);
      const acks = await run({ directory, killAt: Math.max(1, Math.floor((steps * nth) / (kills + 1))) });
      const told = acks.flatMap(({ url }) => (url === undefined ? [] : [url]));
      for (const [what, count] of await found(directory, told)) killed.set(what, (killed.get(what) ?? 0) + count);
    }
    const rows: (readonly [string, ReadonlyMap<string, number>])[] = [
      [`killed in the middle of ${kills} writes`, killed],
    ];
    for (const [name, damage] of Object.entries(damages)) {
      const directory = join(folder, name.replaceAll(' ', '-'));
      cpSync(base, directory, { recursive: true });
      for (const file of filesIn(directory)) damage(join(directory, file));
      rows.push([name, await found(directory, urls)]);
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
