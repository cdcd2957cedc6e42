// `npm test`: every check, whatever the others say, then one line that counts. `--only lint|types|layers|fast|e2e`
// runs a part; anything after it goes to the runner (`npm run test:unit -- test/unit/members`).
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vite/project.ts';
import { buildDesktop, buildRenderer } from './bundles.ts';
import { addTallies, noTests, oneFailure, readReport, summaryLines, type Tally } from './report.ts';

const results = join(root, 'test-results');
const bin = (name: string): string => join(root, 'node_modules', ...name.split('/'));

const typeFolders = [
  'shared',
  'electron/engine',
  'electron/relay',
  'electron/main',
  'electron/preload',
  'renderer',
  'build',
  'test',
] as const;

interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the tools. Checks are silent while they run and say everything when they fail; tests speak at once. */
const run = (args: readonly string[], show: 'at the end' | 'at once'): Promise<Finished> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=4096', ...args], {
      cwd: root,
      stdio: ['ignore', show === 'at once' ? 'inherit' : 'pipe', show === 'at once' ? 'inherit' : 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** A check that is not a test counts only when it fails: the numbers of the last line are those of the runner. */
const check = async (title: string, args: readonly string[]): Promise<Tally> => {
  const started = Date.now();
  const { code, output } = await run(args, 'at the end');
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  if (code === 0) return noTests;
  console.log(output.trimEnd());
  return oneFailure(title);
};

const format = (): Promise<Tally> =>
  check('format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);

const lint = (): Promise<Tally> =>
  check('lint', [bin('eslint/bin/eslint.js'), '--config', 'build/eslint.config.js', '--max-warnings', '0', '.']);

const layers = (): Promise<Tally> =>
  check('layers', [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    'build/layers.cjs',
    '--output-type',
    'err-long',
    ...['shared', 'electron', 'renderer', 'build', 'test'],
  ]);

// Checked by the compiler that takes a third of the time; the other one is there for lint, which cannot use it yet.
const types = async (): Promise<Tally> => {
  let tally = noTests;
  for (const folder of typeFolders) {
    tally = addTallies(tally, await check(`types of ${folder}`, [bin('typescript-7/bin/tsc'), '-p', folder]));
  }
  return tally;
};

const tests = async (name: string, projects: readonly string[], filters: readonly string[]): Promise<Tally> => {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--config',
      'build/vitest.config.ts',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
      ...filters,
    ],
    'at once',
  );
  return readReport(report, code);
};

const fast = (filters: readonly string[]): Promise<Tally> =>
  tests('fast', ['unit', 'contract', 'attack', 'arch', 'sim'], filters);

const endToEnd = async (filters: readonly string[]): Promise<Tally> => {
  try {
    await buildRenderer();
    await buildDesktop();
  } catch (error) {
    console.log(`FAILED build\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return oneFailure('build');
  }
  return tests('e2e', ['e2e'], filters);
};

const parts: Readonly<Record<string, (filters: readonly string[]) => Promise<Tally>>> = {
  lint: async () => addTallies(await format(), await lint()),
  types,
  layers,
  fast,
  e2e: endToEnd,
};

const everything = async (): Promise<Tally> => {
  // Lint is by far the longest of the checks; the others run beside it. The tests have the machine to themselves.
  const [one, other] = await Promise.all([
    lint(),
    (async () => addTallies(addTallies(await format(), await layers()), await types()))(),
  ]);
  const tested = addTallies(await fast([]), await endToEnd([]));
  return addTallies(addTallies(one, other), tested);
};

mkdirSync(results, { recursive: true });
const args = process.argv.slice(2);
const only = args[0] === '--only' ? (args[1] ?? '') : undefined;
const part = only === undefined ? everything : parts[only];
if (part === undefined) {
  console.error(`Unknown part "${only ?? ''}". Known: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const tally = await part(args.slice(2));
// A part without tests has nothing to count.
if (only === undefined || only === 'fast' || only === 'e2e') console.log(`\n${summaryLines(tally).join('\n')}`);
process.exitCode = tally.failed === 0 ? 0 : 1;
