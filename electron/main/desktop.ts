import type * as Electron from 'electron';
import { join } from 'node:path';
import { desktopChannels, type OpenMessage, type ProtocolError } from '#shared/protocol/index.ts';
import { ok, type Clock, type Log, type Random, type Result, type Timers } from '#shared/std/index.ts';
import { createAppFiles } from './app-files.ts';
import { startBroker } from './broker.ts';
import { asEngineProcess, engineEnvironment } from './engine-process.ts';
import { guardContents, guardSession } from './guard.ts';
import { adoptSharedKey, placeOf, type ProfilePlace } from './key-file.ts';
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
  /** The user's home. */
  readonly home: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
}

const placeIn = (ports: DesktopPorts): ProfilePlace =>
  placeOf(
    readOptions(ports.args),
    { platform: ports.platform, env: ports.environment, home: ports.home },
    ports.electron.app.getPath('userData'),
  );

/** What the engine is told at every start. A keychain that does not open its key is final. */
const createOpening = (
  ports: DesktopPorts,
  place: ProfilePlace,
  chain: KeychainPorts,
): (() => Promise<Result<OpenMessage, ProtocolError>>) => {
  const { dialog } = ports.electron;
  const { relays, sample, lan } = readOptions(ports.args);
  return async () => {
    await adoptSharedKey(place);
    const opened = await openProfileKey(chain);
    if (!opened.ok) return opened;
    const { key, warning } = opened.value;
    if (warning !== null) {
      await dialog.showMessageBox({ type: 'warning', message: 'Meridian found no keychain', detail: warning });
    }
    return ok({
      type: 'open',
      directory: place.directory,
      key,
      relays: [...relays],
      sample,
      lan,
      keychain: await isProtecting(chain),
    });
  };
};

const createEngine = (ports: DesktopPorts): Supervisor => {
  const { app, BrowserWindow, dialog, safeStorage, utilityProcess } = ports.electron;
  const place = placeIn(ports);
  const chain: KeychainPorts = {
    storage: safeStorage,
    platform: ports.platform,
    random: ports.random,
    file: place.keyFile,
    profile: place.directory,
  };
  return createSupervisor({
    fork: () =>
      asEngineProcess(
        utilityProcess.fork(join(ports.out, 'engine', 'utility.js'), [], {
          serviceName: 'Meridian engine',
          env: engineEnvironment(ports.environment),
          stdio: 'inherit',
        }),
      ),
    opening: createOpening(ports, place, chain),
    keychain: (question) => answerKeychain(question, keychainStore(chain)),
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
