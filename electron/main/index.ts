// Entry point of Electron's main process: gathers the real Electron, clock and randomness, and starts the app.
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDesktop } from './desktop.ts';

const write = (level: string, message: string, detail?: Readonly<Record<string, unknown>>): void => {
  process.stderr.write(`${level}: ${message}${detail === undefined ? '' : ` ${JSON.stringify(detail)}`}\n`);
};

startDesktop({
  electron: {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    MessageChannelMain,
    nativeTheme,
    Notification,
    powerMonitor,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
    utilityProcess,
  },
  out: join(dirname(fileURLToPath(import.meta.url)), '..'),
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  clock: { now: () => Date.now() },
  timers: {
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
  random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
  log: {
    info: (message, detail) => write('info', message, detail),
    warn: (message, detail) => write('warn', message, detail),
  },
}).catch((error: unknown) => {
  write('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
  app.exit(1);
});
