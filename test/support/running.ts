import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMeridian } from '#engine/client/index.ts';
import { secretName, type EngineClient } from '#shared/protocol/index.ts';
import { startProgram, type RunningProgram, type StartOptions } from '../../build/scripts/processes.ts';

export { startProgram, type RunningProgram } from '../../build/scripts/processes.ts';

/** A profile that a real process serves. */
export interface RunningProfile {
  readonly directory: string;
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  /** The address that lets a browser in, secret included. */
  readonly entrance: string;
  readonly client: EngineClient;
  /** Ends it as Ctrl-C does. Resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
}

const text = (program: RunningProgram, key: string): string => {
  const value = program.announced[key];
  if (typeof value !== 'string') throw new Error(`no "${key}" in ${JSON.stringify(program.announced)}`);
  return value;
};

export const cliFile = 'electron/engine/hosts/cli/main.ts';

/** Serves the profile in `directory`, which need not exist, without opening anything and off the local network. */
export const startProfile = async (
  directory: string,
  args: readonly string[] = [],
  options: StartOptions = {},
): Promise<RunningProfile> => {
  const program = await startProgram(
    cliFile,
    ['serve', '--profile', directory, '--port', '0', '--no-open', '--no-lan', '--json', ...args],
    options,
  );
  const url = text(program, 'url');
  const token = text(program, 'token');
  const client = await connectMeridian({ url, token });
  return {
    directory,
    url,
    token,
    pid: program.pid,
    entrance: `${url}#${secretName}=${token}`,
    client,
    stop: () => {
      client.close();
      return program.stop();
    },
    kill: program.kill,
  };
};

/** A relay that a real process runs. It can be stopped and started again at the same address. */
export interface RunningRelay {
  readonly url: string;
  readonly dataFile: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Starts a relay with its data below `directory`. */
export const startRelay = async (directory: string, args: readonly string[] = []): Promise<RunningRelay> => {
  const dataFile = join(directory, 'relay.db');
  const run = (port: number): Promise<RunningProgram> =>
    startProgram('electron/relay/main.ts', [
      ...['--host', '127.0.0.1', '--port', String(port), '--data', dataFile, '--json', ...args],
    ]);
  let program = await run(0);
  const { port } = program.announced;
  if (typeof port !== 'number') throw new Error(`no "port" in ${JSON.stringify(program.announced)}`);
  return {
    url: `ws://127.0.0.1:${port}`,
    dataFile,
    stop: async () => {
      await program.stop();
    },
    start: async () => {
      program = await run(port);
    },
  };
};

/** A folder for one test, and what removes it. */
export const scratch = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
};
