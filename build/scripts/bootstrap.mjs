// The one entry of every npm script. It has no dependencies and runs on any Node from 20.19 on, because on a fresh
// clone nothing is installed yet: it installs what the lock file says, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each npm script runs on the pinned Node: a file of this project and arguments in front of the user's. */
const tasks = {
  start: ['build/scripts/start.ts'],
  desktop: ['build/scripts/start.ts', '--fetch-electron'],
  test: ['build/scripts/test.ts'],
  relay: ['electron/relay/main.ts'],
  meridian: ['electron/engine/hosts/cli/main.ts'],
  demo: ['build/scripts/demo.ts'],
  bench: ['test/bench/main.ts'],
  sim: ['test/sim/main.ts'],
  fuzz: ['test/fuzz/main.ts'],
  'crash-matrix': ['test/crash/main.ts'],
  build: ['build/scripts/build.ts'],
  dist: ['build/scripts/dist.ts'],
  screenshots: ['test/screenshots/main.ts'],
  lint: ['build/scripts/test.ts', '--only', 'lint'],
  typecheck: ['build/scripts/test.ts', '--only', 'types'],
  layers: ['build/scripts/test.ts', '--only', 'layers'],
  'test:unit': ['build/scripts/test.ts', '--only', 'fast'],
  'test:e2e': ['build/scripts/test.ts', '--only', 'e2e'],
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stamp = join(modules, '.meridian-lock');

/** @param {string} file */
const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * Whether npm's own record of what is installed agrees with the lock file, so that somebody who ran `npm install`
 * by hand is not made to install again. A package missing from the record is fine only where npm may leave it out.
 * @param {string} lock
 */
const installedMatches = (lock) => {
  const installed = readText(join(modules, '.package-lock.json'));
  if (installed === '') return false;
  const have = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    const found = have[path];
    if (path === '') return true;
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
};

/** Exits with npm's own error when it cannot install: nothing works without. */
const install = () => {
  const fresh = !existsSync(modules);
  console.log(fresh ? 'Installing dependencies (once, about a minute) ...' : 'Dependencies changed: installing ...');
  // Windows cannot delete a running executable, and this process may be the pinned Node that `npm ci` would remove.
  const insideModules = process.platform === 'win32' && process.execPath.startsWith(modules + '\\');
  const command = insideModules ? 'install' : 'ci';
  const args = [command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: /** @type {const} */ ('inherit') };
  const done =
    npm === undefined
      ? spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
          ...options,
          shell: process.platform === 'win32',
        })
      : spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options);
  if (done.status !== 0 || !existsSync(pinned)) {
    console.error('Installing the dependencies failed; the message above says why. Nothing was started.');
    process.exit(done.status === 0 || done.status === null ? 1 : done.status);
  }
};

const ensureInstalled = () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(pinned) && readText(stamp) === hash) return;
  if (!existsSync(pinned) || !installedMatches(lock)) install();
  try {
    writeFileSync(stamp, hash);
  } catch {
    // A read-only tree works as well; the comparison is only repeated next time.
  }
};

/** Everything but the process that was started goes away with it: signals are passed on, its end is ours. */
const run = (/** @type {string[]} */ args) => {
  const path = [join(modules, '.bin'), process.env.PATH ?? ''].join(process.platform === 'win32' ? ';' : ':');
  const child = spawn(pinned, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends SIGINT to the whole group, npm passes on the others: the child sees each at least once.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`The pinned Node did not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
  });
};

const [name = '', ...rest] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[/** @type {keyof typeof tasks} */ (name)] : undefined;
if (task === undefined) {
  console.error(`Unknown task "${name}". Known: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
ensureInstalled();
const [file = '', ...before] = task;
run([join(root, file), ...before, ...rest]);
