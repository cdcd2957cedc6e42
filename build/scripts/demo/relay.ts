import { startProgram, type RunningProgram } from '../processes.ts';

export interface DemoRelay {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const announcedPort = (relay: RunningProgram): number => {
  const { port } = relay.announced;
  if (typeof port !== 'number') throw new Error('The relay did not announce its port');
  return port;
};

/** A relay that can go away and come back at the same address with what it stored. */
export const createDemoRelay = (dataFile: string): DemoRelay => {
  let port = 0;
  let current: RunningProgram | undefined;
  return {
    get url() {
      return `ws://127.0.0.1:${port}`;
    },
    start: async () => {
      current = await startProgram('electron/relay/main.ts', [
        ...['--host', '127.0.0.1', '--port', String(port), '--data', dataFile, '--json'],
      ]);
      port = announcedPort(current);
    },
    stop: async () => {
      await current?.stop();
      current = undefined;
    },
  };
};
