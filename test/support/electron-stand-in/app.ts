import { EventEmitter } from 'node:events';
import { refusable } from './refusable.ts';
import { afterReady, becomeReady, beforeReady } from './readiness.ts';
import { strict } from './strict.ts';

interface Closable {
  readonly close: () => void;
  readonly isDestroyed: () => boolean;
}

const userData = process.env['STAND_IN_USER_DATA'] ?? '';
const events = new EventEmitter();
const whenReady = Promise.withResolvers<void>();
const open = new Set<Closable>();
let quitting = false;

export const emitAppEvent = (name: string, ...args: readonly unknown[]): void => void events.emit(name, ...args);

const leave = (code: number): void => {
  events.emit('will-quit', {});
  process.exit(code);
};

/** Electron's order: `before-quit` may refuse, then every window closes, then the process ends. */
const quit = (): void => {
  const event = refusable();
  events.emit('before-quit', event);
  if (event.refused()) return;
  quitting = true;
  for (const window of [...open]) window.close();
  if (open.size === 0) leave(0);
};

export const windowOpened = (window: Closable): void => void open.add(window);

export const windowClosed = (window: Closable): void => {
  open.delete(window);
  if (open.size > 0) return;
  if (quitting) leave(0);
  else events.emit('window-all-closed');
};

export const app = strict(
  'app',
  Object.assign(events, {
    isPackaged: false,
    enableSandbox: () => beforeReady('app.enableSandbox()'),
    requestSingleInstanceLock: () => true,
    whenReady: () => whenReady.promise,
    getPath: (name: string) => {
      if (name !== 'userData' || userData === '') throw new Error(`Failed to get '${name}' path`);
      return userData;
    },
    quit: () => {
      // Electron, too, quits after the code that asked for it.
      setImmediate(quit);
    },
    exit: (code: number) => process.exit(code),
  }),
);

setImmediate(() => {
  becomeReady();
  afterReady('The start of the app failed:');
  events.emit('ready');
  whenReady.resolve();
});
