import type { WebSocket } from 'ws';
import type { PortLike } from '#shared/protocol/index.ts';

/** Code that tells the other side that what it sent is not text in JSON. */
const notUnderstood = 1003;

/**
 * A WebSocket as a port: one JSON text a message. Whatever arrives before anybody listens is kept, because a socket
 * does not wait. Something that is not JSON closes it.
 */
export const socketPort = (socket: WebSocket): PortLike => {
  const held: unknown[] = [];
  let listener = (message: unknown): void => void held.push(message);
  const closeListeners: (() => void)[] = [];
  let closed = socket.readyState === socket.CLOSED;

  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      socket.close(notUnderstood);
      return;
    }
    let message: unknown;
    try {
      message = JSON.parse((data as Buffer).toString('utf8'));
    } catch {
      socket.close(notUnderstood);
      return;
    }
    listener(message);
  });
  // An error of a socket is always followed by its end, which is what counts here.
  socket.on('error', () => {});
  socket.on('close', () => {
    closed = true;
    for (const told of closeListeners.splice(0)) told();
  });

  return {
    post: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (wanted) => {
      listener = wanted;
      for (const message of held.splice(0)) wanted(message);
    },
    onClose: (wanted) => {
      if (closed) wanted();
      else closeListeners.push(wanted);
    },
    close: () => socket.close(),
  };
};
