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

/** The answers of the engine, which can be kept back: what a window asks arrives at once, what comes of it later. */
export interface Gate {
  /** For `openWindow`: takes the answers in hand before the page asks anything. */
  readonly hold: (page: Page) => Promise<void>;
  readonly shut: () => void;
  /** Lets through what was kept back, in its order. */
  readonly open: () => void;
  /** How many messages of the window named something, such as a command. */
  readonly asked: (name: string) => number;
}

export const gate = (): Gate => {
  let isShut = false;
  const kept: (() => void)[] = [];
  const asked: string[] = [];
  return {
    hold: (page) =>
      page.routeWebSocket(/^ws:/u, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((message) => {
          asked.push(message.toString());
          server.send(message);
        });
        server.onMessage((message) => {
          if (isShut) kept.push(() => socket.send(message));
          else socket.send(message);
        });
      }),
    shut: () => {
      isShut = true;
    },
    open: () => {
      isShut = false;
      for (const send of kept.splice(0)) send();
    },
    asked: (name) => asked.filter((message) => message.includes(`"${name}"`)).length,
  };
};
