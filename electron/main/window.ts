import type { BrowserWindow as Window, BrowserWindowConstructorOptions, Screen } from 'electron';
import { appAddress } from './origin.ts';
import type { WindowState, createWindowStateFile } from './window-state.ts';

export interface WindowPorts {
  readonly create: (options: BrowserWindowConstructorOptions) => Window;
  readonly screen: Pick<Screen, 'getAllDisplays'>;
  readonly stateFile: ReturnType<typeof createWindowStateFile>;
  /** Path of the built preload. */
  readonly preload: string;
  readonly packaged: boolean;
  readonly dark: boolean;
}

/** The page's own ground in light and dark, so that a slow start does not flash. */
const ground = { light: '#fbfaf9', dark: '#1c1819' } as const;

const stateOf = (window: Window): WindowState => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});

/** Opens the app's window where it was left. Everything that could widen what a page may do is off. */
export const openWindow = async (ports: WindowPorts): Promise<Window> => {
  const state = ports.stateFile.read(ports.screen.getAllDisplays().map((display) => display.workArea));
  const { maximized, ...bounds } = state;
  const window = ports.create({
    ...bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Meridian',
    autoHideMenuBar: true,
    backgroundColor: ports.dark ? ground.dark : ground.light,
    webPreferences: {
      preload: ports.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !ports.packaged,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => ports.stateFile.write(stateOf(window)));
  await window.loadURL(appAddress);
  return window;
};
