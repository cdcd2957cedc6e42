// Runs sandboxed in front of the page, in a world of its own. It passes a port through and decides nothing.
import { contextBridge, ipcRenderer } from 'electron';
import { desktopChannels, desktopGlobal, pageMessages } from '#shared/protocol/desktop-channels.ts';

contextBridge.exposeInMainWorld(desktopGlobal, { connect: () => ipcRenderer.send(desktopChannels.connect) });

ipcRenderer.on(desktopChannels.port, (event) => {
  window.postMessage(pageMessages.port, window.location.origin, event.ports);
});

ipcRenderer.on(desktopChannels.down, () => {
  window.postMessage(pageMessages.down, window.location.origin);
});
