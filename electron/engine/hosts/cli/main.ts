// `npm run meridian -- COMMAND`: the engine for terminals and scripts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { askSecret } from './ask-secret.ts';
import type { Terminal } from './command.ts';
import { runProgram } from './program.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const programs = {
  relay: join(root, 'electron', 'relay', 'main.ts'),
  demo: join(root, 'build', 'scripts', 'demo.ts'),
} as const;

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const runHere: Terminal['run'] = (program, args) =>
  new Promise((resolve) => {
    const path = programs[program];
    if (!existsSync(path)) {
      console.error(`This installation comes without "${program}".`);
      resolve(3);
      return;
    }
    const child = spawn(process.execPath, [path, ...args], { stdio: 'inherit' });
    for (const signal of stopSignals) {
      // A terminal sends SIGINT to the child too; a second one would end it before it has tidied up.
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      });
    }
    child.on('error', (error) => {
      console.error(`${program} did not start: ${error.message}`);
      resolve(3);
    });
    child.on('exit', (code) => resolve(code ?? 3));
  });

/** Listens only once a command waits for it: until then a signal ends the process as usual. */
const whenStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of stopSignals) process.once(signal, () => resolve());
  });

const terminal: Terminal = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  askSecret: (question) => askSecret(process.stdin, process.stderr, question),
  stopped: whenStopped,
  run: runHere,
};

// A profile holds what people wrote in confidence, wherever it lies: only its owner reads what is made here.
process.umask(0o077);
process.exitCode = await runProgram(process.argv.slice(2), terminal);
