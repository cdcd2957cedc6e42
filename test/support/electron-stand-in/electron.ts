// What `import ... from 'electron'` gives to the main process under test. A name that is missing here does not link.
import { onRequest } from './control.ts';
import { app, emitAppEvent } from './app.ts';

export { app };
export { BrowserWindow } from './browser-window.ts';
export { dialog, Menu, nativeTheme, powerMonitor, screen, shell } from './shell-parts.ts';
export { ipcMain } from './ipc-main.ts';
export { Notification } from './notification.ts';
export { MessageChannelMain } from './message-ports.ts';
export { protocol, session } from './session.ts';
export { safeStorage } from './safe-storage.ts';
export { utilityProcess } from './utility-process.ts';

onRequest((request) => {
  if (request.call === 'quit') app.quit();
  if (request.call === 'second-instance') emitAppEvent('second-instance', {}, [], '');
});
