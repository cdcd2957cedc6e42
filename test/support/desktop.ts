import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { findElectron, whyNoWindow } from '../../build/scripts/electron-binary.ts';
import { chromiumPath, isFromNpm } from './browser.ts';
import { launchStandIn, type StandIn } from './electron-stand-in/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** The desktop app, running with a profile and a user folder below one scratch folder. */
export interface RunningDesktop {
  readonly page: Page;
  /** Ends the engine's process as a crash does. */
  readonly crashEngine: () => Promise<void>;
  /** Closes the app as its menu does. */
  readonly quit: () => Promise<void>;
}

export interface DesktopStart {
  readonly folder: string;
  readonly args?: readonly string[];
}

const argsOf = ({ folder, args = [] }: DesktopStart): string[] => [
  '--profile',
  join(folder, 'profile'),
  '--no-lan',
  ...args,
];

const userDataOf = ({ folder }: DesktopStart): string => {
  const path = join(folder, 'user');
  mkdirSync(path, { recursive: true });
  return path;
};

/** What the stand-in shows its window in. */
export const standInBrowser = async (): Promise<string> => (isFromNpm ? chromiumPath() : 'chrome');

/** The stand-in with the built bundles, not yet waited for. */
export const startStandIn = async (
  start: DesktopStart,
  options: { readonly keychain?: 'gnome_libsecret' | 'basic_text' | 'none' } = {},
): Promise<StandIn> =>
  launchStandIn({ browser: await standInBrowser(), userData: userDataOf(start), args: argsOf(start), ...options });

const onStandIn = async (start: DesktopStart): Promise<RunningDesktop> => {
  const standIn = await startStandIn(start);
  return {
    page: await standIn.page(),
    crashEngine: async () => {
      const before = standIn.reports.length;
      const engine = standIn.reports.findLast((one) => one.event === 'engine');
      if (engine === undefined) throw new Error('No engine was started');
      process.kill(engine.pid, 'SIGKILL');
      await standIn.next('engine', before);
    },
    quit: async () => {
      const code = await standIn.quit();
      if (code !== 0) throw new Error(`The app ended with ${code}:\n${standIn.output()}`);
    },
  };
};

const onElectron = async (start: DesktopStart): Promise<RunningDesktop> => {
  const executablePath = findElectron();
  if (executablePath === undefined) throw new Error('The binary is not here');
  const app = await _electron.launch({
    executablePath,
    args: [root, ...argsOf(start), `--user-data-dir=${userDataOf(start)}`],
  });
  const enginePid = (): Promise<number | undefined> =>
    app.evaluate(({ app: electron }) => electron.getAppMetrics().find((one) => one.name === 'Meridian engine')?.pid);
  return {
    page: await app.firstWindow(),
    crashEngine: async () => {
      const pid = await enginePid();
      if (pid === undefined) throw new Error('No engine was started');
      process.kill(pid, 'SIGKILL');
      while ([undefined, pid].includes(await enginePid())) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    quit: () => app.close(),
  };
};

const electron = findElectron();

/** The two ways to run the desktop app, and why one cannot be used here. */
export const desktopHosts = [
  { name: 'the stand-in', launch: onStandIn, missing: undefined },
  {
    name: 'Electron itself',
    launch: onElectron,
    missing: electron === undefined ? 'its binary has not been downloaded' : whyNoWindow(electron),
  },
] as const;
