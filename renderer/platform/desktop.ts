import { desktopGlobal, failure, pageMessages } from '#shared/protocol/index.ts';
import type { DesktopNotice, PortLike, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

interface DesktopBridge {
  readonly connect: () => void;
  readonly notify: (notice: DesktopNotice) => void;
}

/** What the preload put on the page; undefined in a browser. */
export const bridgeOf = (page: Window): DesktopBridge | undefined =>
  (page as unknown as Record<string, DesktopBridge | undefined>)[desktopGlobal];

/** Whether this window is Electron's. */
export const isDesktop = (page: Window): boolean => bridgeOf(page) !== undefined;

/** A browser's MessagePort as a port. Only plain data goes through; nothing is transferred. */
const messagePort = (channel: MessagePort, page: Window): PortLike => {
  const closeListeners: (() => void)[] = [];
  let closed = false;
  const end = (): void => {
    if (closed) return;
    closed = true;
    page.removeEventListener('message', onDown);
    for (const listener of closeListeners.splice(0)) listener();
  };
  // A port does not reliably notice that the process at its other end is gone; main says so.
  const onDown = (event: MessageEvent<unknown>): void => {
    if (event.source === page && event.data === pageMessages.down) end();
  };
  page.addEventListener('message', onDown);
  channel.addEventListener('close', end);
  return {
    post: (message) => {
      if (!closed) channel.postMessage(message);
    },
    onMessage: (listener) => {
      channel.addEventListener('message', (event: MessageEvent<unknown>) => {
        listener(event.data);
      });
      channel.start();
    },
    onClose: (listener) => {
      if (closed) listener();
      else closeListeners.push(listener);
    },
    close: () => {
      channel.close();
      end();
    },
  };
};

/** Asks main for a port to the engine and waits for it; main answers when the engine is up, however long that takes. */
export const openDesktop = (page: Window): Promise<Result<PortLike, ProtocolError>> => {
  const bridge = bridgeOf(page);
  if (bridge === undefined)
    return Promise.resolve(err(failure('unreachable', 'This window was not opened by Meridian.')));
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>): void => {
      const channel = event.ports[0];
      if (event.source !== page || event.data !== pageMessages.port || channel === undefined) return;
      page.removeEventListener('message', onMessage);
      resolve(ok(messagePort(channel, page)));
    };
    page.addEventListener('message', onMessage);
    bridge.connect();
  });
};
