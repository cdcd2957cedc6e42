import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

const events = new EventEmitter();

export const ipcMain = strict('ipcMain', {
  on: (channel: string, listener: (...args: unknown[]) => void) => void events.on(channel, listener),
});

export const emitIpc = (channel: string, event: unknown, ...args: readonly unknown[]): void => {
  if (events.listenerCount(channel) === 0) throw new Error(`Nobody listens on ${channel}`);
  events.emit(channel, event, ...args);
};
