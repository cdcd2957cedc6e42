import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { isReport, type Report, type Request } from './control.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const register = new URL('./register.mjs', import.meta.url).href;

export interface StandInOptions {
  /** What to show the window in: path of a Chromium, or `chrome` for the installed one. */
  readonly browser: string;
  /** Folder for what Electron keeps per user; also holds the stand-in's keychain. */
  readonly userData: string;
  readonly args: readonly string[];
  readonly keychain?: 'gnome_libsecret' | 'basic_text' | 'none';
  /** Another main bundle than the built one, for tests of the stand-in itself. */
  readonly main?: string;
  /** Further environment of main. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StandIn {
  /** The window's page. */
  readonly page: () => Promise<Page>;
  /** Everything reported so far. */
  readonly reports: readonly Report[];
  /** The first report of this kind, now or later; rejects when the app ends before. */
  readonly next: <E extends Report['event']>(event: E, from?: number) => Promise<Extract<Report, { event: E }>>;
  readonly ask: (request: Request) => void;
  /** Exit code, once the app has ended. */
  readonly ended: Promise<number>;
  readonly output: () => string;
  readonly quit: () => Promise<number>;
  readonly kill: () => void;
}

/** Starts the built app on the stand-in. */
export const launchStandIn = (options: StandInOptions): StandIn => {
  const reports: Report[] = [];
  const listeners = new Set<() => void>();
  let output = '';
  const child = fork(options.main ?? `${root}/out/main/index.js`, [root, ...options.args].slice(1), {
    cwd: root,
    execArgv: ['--import', register],
    env: {
      ...process.env,
      STAND_IN_USER_DATA: options.userData,
      STAND_IN_CHROMIUM: options.browser,
      STAND_IN_KEYCHAIN: options.keychain ?? 'gnome_libsecret',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  let exitCode: number | undefined;
  const ended = new Promise<number>((resolve) => {
    child.on('exit', (code, signal) => {
      exitCode = code ?? (signal === null ? 1 : 128);
      for (const listener of listeners) listener();
      resolve(exitCode);
    });
  });
  child.on('message', (message: unknown) => {
    if (!isReport(message)) return;
    reports.push(message);
    for (const listener of listeners) listener();
  });

  const next = <E extends Report['event']>(event: E, from = 0): Promise<Extract<Report, { event: E }>> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = reports.slice(from).find((one) => one.event === event);
        if (found === undefined && exitCode === undefined) return;
        listeners.delete(look);
        if (found === undefined)
          reject(new Error(`The app ended with ${exitCode ?? ''} before "${event}":\n${output}`));
        else resolve(found as Extract<Report, { event: E }>);
      };
      listeners.add(look);
      look();
    });

  const page = async (): Promise<Page> => {
    const { debugPort } = await next('window');
    const browser = await Promise.race([
      chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`),
      ended.then((code) => Promise.reject(new Error(`The app ended with ${code}:\n${output}`))),
    ]);
    const found = browser.contexts()[0]?.pages()[0];
    if (found === undefined) throw new Error('The window has no page');
    return found;
  };

  const ask = (request: Request): void => void child.send(request);
  return {
    page,
    reports,
    next,
    ask,
    ended,
    output: () => output,
    quit: () => {
      if (exitCode === undefined) ask({ call: 'quit' });
      return ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
