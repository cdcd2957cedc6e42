import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Whatever a failed run leaves behind ends with it. */
const withUs = <T extends ChildProcess>(child: T): T => {
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => void process.off('exit', end));
  return child;
};

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

export interface Server {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts a file of this project on this Node and waits for the first line that contains a WebSocket address. */
const startServer = (file: string, args: readonly string[]): Promise<Server> =>
  new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const child = withUs(
      spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', path, ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)} before it was ready.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /ws:\/\/[^\s:]+:(\d+)/.exec(line)?.[1];
      if (port !== undefined)
        resolve({ url: `ws://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stopped(child) });
    });
  });

export const startRelay = (data: string): Promise<Server> =>
  startServer('../../electron/relay/main.ts', ['--host', '127.0.0.1', '--port', '0', '--data', data]);

export const startRivalServer = (directory: string): Promise<Server> => startServer('./rival-server.ts', [directory]);

/** Runs a file of this folder to its end and reads the JSON it prints last. */
export const measureIn = (file: string, args: readonly string[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const child = withUs(spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
    let last = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = line;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(last)) : reject(new Error(`${file} ended with ${String(code)}.`)),
    );
  });

/** Memory that a process holds at the moment, in bytes. */
export const residentBytes = (pid: number): number => {
  if (process.platform === 'linux') {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) * 1024;
  }
  if (process.platform === 'win32') return Number.NaN;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
};
