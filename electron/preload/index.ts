// Runs sandboxed in front of the page, in a world of its own. It passes a port through and decides nothing.
import { contextBridge, ipcRenderer } from 'electron';
import { desktopChannels, desktopGlobal, openingMessage, pageMessages } from '#shared/protocol/desktop-channels.ts';

contextBridge.exposeInMainWorld(desktopGlobal, {
  connect: () => ipcRenderer.send(desktopChannels.connect),
  notify: (notice: unknown) => ipcRenderer.send(desktopChannels.notify, notice),
});

ipcRenderer.on(desktopChannels.open, (_event, address: unknown) => {
  window.postMessage(openingMessage(address), window.location.origin);
});

ipcRenderer.on(desktopChannels.port, (event) => {
  window.postMessage(pageMessages.port, window.location.origin, event.ports);
});

ipcRenderer.on(desktopChannels.down, () => {
  window.postMessage(pageMessages.down, window.location.origin);
});
