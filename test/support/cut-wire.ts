import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, WebSocketRoute } from 'playwright-core';

/** The wire between a window and the engine, which can be cut and mended while the program behind it goes on. */
export interface Wire {
  /** For `openWindow`: takes the wire in hand before the page opens it. */
  readonly hold: (page: Page) => Promise<void>;
  readonly cut: () => Promise<void>;
  readonly mend: () => void;
}

export const wire = (): Wire => {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  return {
    hold: (page) =>
      page.routeWebSocket(/^ws:/u, (socket) => {
        if (isCut) return void socket.close();
        socket.connectToServer();
        open.add(socket);
      }),
    cut: async () => {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
};

/**
 * For `openWindow`: what the engine says reaches the window one message at a time, each when the one before has been
 * drawn. A fast machine answers several questions between two pictures and hides what moves when they come apart.
 *
 * @param apartMs between two messages; more than a picture takes
 */
export const drip =
  (apartMs: number) =>
  (page: Page): Promise<void> =>
    page.routeWebSocket(/^ws:/u, (socket) => {
      const server = socket.connectToServer();
      let last = Promise.resolve();
      server.onMessage((message) => {
        last = last.then(async () => {
          await sleep(apartMs);
          socket.send(message);
        });
      });
    });

/** The way from the engine to a window: while it is shut, everything said waits behind it, in order. */
export const gate = () => {
  const waiting: (() => void)[] = [];
  let isShut = false;
  return {
    /** For `openWindow`. */
    hold: (page: Page): Promise<void> =>
      page.routeWebSocket(/^ws:/u, (socket) => {
        const server = socket.connectToServer();
        server.onMessage((message) => {
          if (isShut) waiting.push(() => socket.send(message));
          else socket.send(message);
        });
      }),
    shut: (): void => {
      isShut = true;
    },
    open: (): void => {
      isShut = false;
      for (const say of waiting.splice(0)) say();
    },
  };
};
