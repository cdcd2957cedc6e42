import type { UtilityProcess } from 'electron';
import type { EngineProcess } from './supervisor.ts';

/** What the engine's process gets of the environment: where its files are and which time zone it is, not the rest. */
const passedOn = [
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'XDG_DATA_HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
];

export const engineEnvironment = (all: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = all[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Electron's utility process as the supervisor sees it. */
export const asEngineProcess = (child: UtilityProcess): EngineProcess => ({
  post: (message, ports) => {
    if (ports === undefined) child.postMessage(message);
    else child.postMessage(message, [...ports]);
  },
  onMessage: (listener) => void child.on('message', listener),
  onExit: (listener) => void child.on('exit', listener),
  kill: () => void child.kill(),
});
