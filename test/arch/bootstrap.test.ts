import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'build/scripts/bootstrap.mjs');
const posix = process.platform !== 'win32';

let tree = '';
/** Stands where npm does: notes that it was called and puts a "pinned Node" where the real one would. */
const npm = (): string => join(tree, 'npm-cli.mjs');
const calls = (): string[] => {
  try {
    return readFileSync(join(tree, 'npm-calls'), 'utf8').trim().split('\n');
  } catch {
    return [];
  }
};

const lock = (version: string): string =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version, integrity: `sha512-${version}` } } });

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'meridian-bootstrap-'));
  mkdirSync(join(tree, 'build/scripts'), { recursive: true });
  copyFileSync(source, join(tree, 'build/scripts/bootstrap.mjs'));
  writeFileSync(join(tree, 'package-lock.json'), lock('1.0.0'));
  writeFileSync(
    join(tree, 'build/scripts/start.ts'),
    `if (process.argv.includes('--wait')) {
       process.on('SIGTERM', () => { console.log('told to stop'); process.exit(7); });
       console.log('waiting');
       setInterval(() => {}, 1000);
     } else {
       console.log(JSON.stringify(process.argv.slice(2)));
       process.exit(process.argv.includes('--fail') ? 42 : 0);
     }`,
  );
  writeFileSync(
    npm(),
    `import { appendFileSync, copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
     appendFileSync('npm-calls', process.argv[2] + '\\n');
     if (existsSync('npm-fails')) { console.error('npm says why'); process.exit(5); }
     mkdirSync('node_modules/node/bin', { recursive: true });
     copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
     if (!existsSync('node_modules/node/bin/node')) symlinkSync(process.execPath, 'node_modules/node/bin/node');`,
  );
  chmodSync(npm(), 0o755);
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  npm_execpath: npm(),
  npm_node_execpath: process.execPath,
});

const start = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(tree, 'build/scripts/bootstrap.mjs'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: environment(),
  });

describe.runIf(posix)('one command on a fresh clone', () => {
  test('installs what the lock file says, then runs with the arguments it was given', () => {
    const run = start('start', '--sample', '--port', '0');
    expect(calls()).toEqual(['ci']);
    expect(run.stdout).toContain('Installing dependencies');
    expect(run.stdout).toContain('["--sample","--port","0"]');
    expect(run.status).toBe(0);
  });

  test('does not install again while nothing changed', () => {
    start('start');
    const again = start('start');
    expect(calls()).toEqual(['ci']);
    expect(again.stdout).toBe('[]\n');
  });

  test('installs again after the lock file changed', () => {
    start('start');
    writeFileSync(join(tree, 'package-lock.json'), lock('2.0.0'));
    const run = start('start');
    expect(run.stdout).toContain('Dependencies changed');
    expect(calls()).toEqual(['ci', 'ci']);
  });

  test('believes npm itself: an install by hand is not repeated', () => {
    start('start');
    writeFileSync(join(tree, 'package-lock.json'), lock('2.0.0'));
    copyFileSync(join(tree, 'package-lock.json'), join(tree, 'node_modules/.package-lock.json'));
    expect(start('start').status).toBe(0);
    expect(calls()).toEqual(['ci']);
  });

  test('says what went wrong and starts nothing when npm fails', () => {
    writeFileSync(join(tree, 'npm-fails'), '');
    const run = start('start');
    expect(run.stderr).toContain('npm says why');
    expect(run.stderr).toContain('Nothing was started');
    expect(run.status).toBe(5);
  });

  test('passes on the exit code', () => {
    expect(start('start', '--fail').status).toBe(42);
  });

  test('knows no other tasks', () => {
    const run = start('constructor');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('Unknown task');
  });

  test('passes on a signal and waits for the end', async () => {
    start('start');
    const child = spawn(process.execPath, [join(tree, 'build/scripts/bootstrap.mjs'), 'start', '--wait'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const waiting = Promise.withResolvers<void>();
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('waiting')) waiting.resolve();
    });
    await waiting.promise;
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(output).toContain('told to stop');
    expect(code).toBe(7);
  });
});
