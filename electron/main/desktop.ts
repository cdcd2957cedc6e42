import type * as Electron from 'electron';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { desktopChannels, type OpenMessage, type ProtocolError } from '#shared/protocol/index.ts';
import { ok, type Clock, type Log, type Random, type Result, type Timers } from '#shared/std/index.ts';
import { createAppFiles } from './app-files.ts';
import { startBroker } from './broker.ts';
import { asEngineProcess, engineEnvironment } from './engine-process.ts';
import { guardContents, guardSession } from './guard.ts';
import { answerKeychain, isProtecting, keychainStore, openProfileKey, type KeychainPorts } from './keychain.ts';
import { menuTemplate } from './menu.ts';
import { startNotices } from './notices.ts';
import { readOptions } from './options.ts';
import { appScheme } from './origin.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { openWindow } from './window.ts';
import { createWindowStateFile } from './window-state.ts';

/** The parts of Electron the app uses. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeTheme'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>;

export interface DesktopPorts {
  readonly electron: ElectronParts;
  /** Folder of the built bundles. */
  readonly out: string;
  /** The command line behind the executable and the app's folder. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
}

/** A file name for the key of a profile, the same for every spelling of its folder. */
const keyFileOf = (userData: string, profile: string | null): string => {
  const name = profile === null ? 'default' : createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 32);
  return join(userData, 'keys', `${name}.sealed`);
};

const keychainPorts = (ports: DesktopPorts): KeychainPorts => ({
  storage: ports.electron.safeStorage,
  platform: ports.platform,
  random: ports.random,
  file: keyFileOf(ports.electron.app.getPath('userData'), readOptions(ports.args).profile),
});

/** What the engine is told at every start. A keychain that does not open its key is final. */
const createOpening = (ports: DesktopPorts): (() => Promise<Result<OpenMessage, ProtocolError>>) => {
  const { dialog } = ports.electron;
  const { profile, relays, sample, lan } = readOptions(ports.args);
  return async () => {
    const chain = keychainPorts(ports);
    const opened = await openProfileKey(chain);
    if (!opened.ok) return opened;
    const { key, warning } = opened.value;
    if (warning !== null) {
      await dialog.showMessageBox({ type: 'warning', message: 'Meridian found no keychain', detail: warning });
    }
    return ok({
      type: 'open',
      directory: profile,
      key,
      relays: [...relays],
      sample,
      lan,
      keychain: await isProtecting(chain),
    });
  };
};

const createEngine = (ports: DesktopPorts): Supervisor => {
  const { app, BrowserWindow, dialog, utilityProcess } = ports.electron;
  return createSupervisor({
    fork: () =>
      asEngineProcess(
        utilityProcess.fork(join(ports.out, 'engine', 'utility.js'), [], {
          serviceName: 'Meridian engine',
          env: engineEnvironment(ports.environment),
          stdio: 'inherit',
        }),
      ),
    opening: createOpening(ports),
    keychain: (question) => answerKeychain(question, keychainStore(keychainPorts(ports))),
    clock: ports.clock,
    timers: ports.timers,
    log: ports.log,
    onDown: () => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(desktopChannels.down);
    },
    onRefused: (error) => {
      dialog.showErrorBox('Meridian cannot open this profile', error.sentence);
      app.quit();
    },
  });
};

/** Everything that has to wait for `ready`: session, files, menu, engine, window. */
const openDesktop = async (ports: DesktopPorts, supervisor: Supervisor): Promise<void> => {
  const { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, nativeTheme, Notification, protocol } = ports.electron;
  const { powerMonitor, screen, session } = ports.electron;
  guardSession(session.defaultSession);
  protocol.handle(appScheme, createAppFiles({ folder: join(ports.out, 'renderer') }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: ports.platform, packaged: app.isPackaged })));
  startBroker({ ipc: ipcMain, supervisor, createChannel: () => new MessageChannelMain(), log: ports.log });
  startNotices({
    ipc: ipcMain,
    isSupported: () => Notification.isSupported(),
    create: (options) => new Notification(options),
    windowOf: (page) => BrowserWindow.fromWebContents(page),
    log: ports.log,
  });
  supervisor.start();
  // Whoever opens the lid again may be somebody else.
  powerMonitor.on('suspend', supervisor.lock);
  powerMonitor.on('lock-screen', supervisor.lock);

  const stateFile = createWindowStateFile(join(app.getPath('userData'), 'window.json'));
  const open = (): Promise<Electron.BrowserWindow> =>
    openWindow({
      create: (options) => new BrowserWindow(options),
      screen,
      stateFile,
      preload: join(ports.out, 'preload', 'index.cjs'),
      packaged: app.isPackaged,
      dark: nativeTheme.shouldUseDarkColors,
    });
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length > 0) return;
    open().catch((thrown: unknown) => ports.log.warn('The window did not open', { error: String(thrown) }));
  });
  await open();
};

/** Lets the engine finish what it acknowledged and close the profile; only then does the app end. */
const endAfterEngine = (ports: DesktopPorts, supervisor: Supervisor): void => {
  const { app } = ports.electron;
  let state: 'running' | 'ending' | 'ended' = 'running';
  const end = async (): Promise<void> => {
    await supervisor.stop();
    state = 'ended';
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    end().catch((thrown: unknown) => {
      ports.log.warn('The engine did not end in order', { error: String(thrown) });
      app.exit(1);
    });
  });
};

/**
 * Starts the desktop app. Electron fixes the order: scheme and sandbox before `ready`, all else after. Resolves when
 * the window has loaded, or at once where another instance already runs (which then comes to the front).
 */
export const startDesktop = async (ports: DesktopPorts): Promise<void> => {
  const { app, protocol, shell } = ports.electron;
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }

  const supervisor = createEngine(ports);
  endAfterEngine(ports, supervisor);
  app.on('window-all-closed', () => {
    if (ports.platform !== 'darwin') app.quit();
  });
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, (url) => {
      shell
        .openExternal(url)
        .catch((thrown: unknown) => ports.log.warn('A link did not open', { error: String(thrown) }));
    });
  });

  await app.whenReady();
  await openDesktop(ports, supervisor);
};
