import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../vite/project.ts';

/** One of the project's programs, running as a process of its own. */
export interface RunningProgram {
  /** The line of JSON it announced itself with. */
  readonly announced: Readonly<Record<string, unknown>>;
  readonly pid: number;
  /** Resolves to the exit code; null when it was killed. */
  readonly exited: Promise<number | null>;
  /** Asks it to end, and resolves when it has. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take to announce itself, in milliseconds. */
  readonly patienceMs?: number;
}

const running = new Set<() => void>();
let tidying = false;

/** Whatever this process started does not outlive it. */
const endWithUs = (end: () => void): (() => void) => {
  if (!tidying) {
    tidying = true;
    process.on('exit', () => {
      for (const other of running) other();
    });
  }
  running.add(end);
  return () => void running.delete(end);
};

/**
 * Starts a program that prints one line of JSON once it is ready.
 *
 * @param file its entry point, relative to the project
 * @throws Error with what it said on its standard error, when it ends or is silent instead
 */
export const startProgram = (
  file: string,
  args: readonly string[],
  { env = {}, patienceMs = 30_000 }: StartOptions = {},
): Promise<RunningProgram> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const forget = endWithUs(() => child.kill('SIGKILL'));
    let complaints = '';
    let announcedItself = false;
    let asked = false;
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
    const exited = new Promise<number | null>((ended) => {
      child.once('exit', (code) => {
        forget();
        // Nobody asked it to end: what it said last is the only trace of why.
        if (announcedItself && !asked)
          process.stderr.write(`${file} ended with ${code ?? 'a signal'}. ${complaints}\n`);
        ended(code);
      });
    });
    const fail = (what: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`${file} ${what}. ${complaints}`.trim()));
    };
    const impatient = setTimeout(() => fail('did not get ready in time'), patienceMs);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    void exited.then((code) => {
      clearTimeout(impatient);
      reject(new Error(`${file} ended with ${code ?? 'a signal'}. ${complaints}`.trim()));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      clearTimeout(impatient);
      announcedItself = true;
      resolve({
        announced: JSON.parse(line) as Readonly<Record<string, unknown>>,
        pid: child.pid ?? 0,
        exited,
        stop: () => {
          asked = true;
          child.kill('SIGTERM');
          return exited;
        },
        kill: async () => {
          asked = true;
          child.kill('SIGKILL');
          await exited;
        },
      });
    });
  });
