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
