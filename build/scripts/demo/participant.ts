import { connectMeridian, until } from '../../../electron/engine/client/index.ts';
import type {
  CommandName,
  CommandParams,
  CommandResult,
  EngineClient,
  QueryName,
  QueryParams,
  QueryResult,
} from '../../../shared/protocol/index.ts';
import { startProgram, type RunningProgram } from '../processes.ts';
import type { Place } from './narrator.ts';

/** Somebody with a machine of their own. Everything goes through the public client, as it would for a stranger. */
export interface Participant extends Place {
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly run: <N extends CommandName>(name: N, params: CommandParams<N>) => Promise<CommandResult<N>>;
  readonly read: <N extends QueryName>(name: N, params: QueryParams<N>) => Promise<QueryResult<N>>;
  readonly until: <N extends QueryName>(
    name: N,
    params: QueryParams<N>,
    holds: (value: QueryResult<N>) => boolean,
  ) => Promise<QueryResult<N>>;
  /** Where the app is open now, and the file that opens it in a browser. */
  readonly address: () => { readonly url: string; readonly open: string };
}

const textOf = (app: RunningProgram, key: string): string => {
  const value = app.announced[key];
  if (typeof value !== 'string') throw new Error(`"serve" did not announce its ${key}`);
  return value;
};

/** @param directory folder of this person's profile, which need not exist yet */
export const createParticipant = (place: Place, directory: string): Participant => {
  let current: { readonly app: RunningProgram; readonly client: EngineClient } | undefined;
  const here = () => {
    if (current === undefined) throw new Error(`${place.name}'s Meridian is not open`);
    return current;
  };
  return {
    ...place,
    open: async () => {
      const app = await startProgram('electron/engine/hosts/cli/main.ts', [
        'serve',
        ...['--profile', directory, '--port', '0', '--no-open', '--no-lan', '--json'],
      ]);
      const client = await connectMeridian({ url: textOf(app, 'url'), token: textOf(app, 'token') });
      current = { app, client };
    },
    close: async () => {
      const { app, client } = here();
      current = undefined;
      client.close();
      await app.stop();
    },
    run: async (name, params) => {
      const result = await here().client.run(name, params);
      if (result.ok) return result.value;
      throw new Error(`${place.name} could not do ${name}: ${result.error.sentence}`);
    },
    read: async (name, params) => {
      const result = await here().client.read(name, params);
      if (result.ok) return result.value;
      throw new Error(`${place.name} could not read ${name}: ${result.error.sentence}`);
    },
    until: async (name, params, holds) => {
      const result = await until(here().client, name, params, holds);
      if (result.ok) return result.value;
      throw new Error(`${place.name} waited for ${name}: ${result.error.sentence}`);
    },
    address: () => ({ url: textOf(here().app, 'url'), open: textOf(here().app, 'open') }),
  };
};
