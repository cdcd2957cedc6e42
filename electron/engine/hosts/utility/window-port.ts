import type { PortLike } from '#shared/protocol/index.ts';
import type { MainPort } from './parent.ts';

/** A window's MessagePort as the port of the protocol. Plain data only: a transfer list would make Electron throw. */
export const windowPort = (port: MainPort): PortLike => {
  let closed = false;
  const closeListeners: (() => void)[] = [];
  const end = (): void => {
    if (closed) return;
    closed = true;
    for (const listener of closeListeners.splice(0)) listener();
  };
  port.on('close', end);
  return {
    post: (message) => {
      if (!closed) port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => {
      if (closed) listener();
      else closeListeners.push(listener);
    },
    close: () => {
      port.close();
      end();
    },
  };
};
