import { isAbsolute, resolve } from 'node:path';
import type { EngineApi, ProtocolError } from '#shared/protocol/index.ts';
import { defaultProfile, type Result } from '#shared/std/index.ts';
import { openHostProfile } from '../open-profile.ts';
import { exitCodes, sayFailure, textFlag, type Flag, type FlagValues, type Terminal } from './command.ts';
import { unlockProfile } from './unlock.ts';

/** The flags of every command that opens a profile. */
export const profileFlags: Readonly<Record<string, Flag>> = {
  profile: { type: 'string', value: 'DIR', help: 'folder of the profile; by default the one "serve" opens' },
  json: { type: 'boolean', help: 'report as one line of JSON' },
};

/** The folder that was named, relative to where the command was called, or the system's default. */
export const profileDirectory = (terminal: Terminal, values: FlagValues, sample = false): string => {
  const named = textFlag(values, 'profile');
  if (named === undefined) return defaultProfile(terminal, sample);
  return isAbsolute(named) ? named : resolve(terminal.cwd, named);
};

/**
 * Opens the profile without any network, lets `work` use its engine, closes it, and reports.
 *
 * @param work what to do; its value is printed as JSON where that is asked for
 * @param report the same in words, and the exit code
 */
export const withProfile = async <T>(
  terminal: Terminal,
  values: FlagValues,
  work: (engine: EngineApi) => Promise<Result<T, ProtocolError>>,
  report: (value: T) => { readonly lines: readonly string[]; readonly code: number },
): Promise<number> => {
  const json = values['json'] === true;
  const opened = await openHostProfile({
    directory: profileDirectory(terminal, values),
    mustExist: true,
    network: false,
  });
  if (!opened.ok) return sayFailure(terminal, opened.error, json);
  try {
    const unlocked = await unlockProfile(terminal, opened.value.engine);
    if (!unlocked.ok) return sayFailure(terminal, unlocked.error, json);
    const result = await work(opened.value.engine);
    if (!result.ok) return sayFailure(terminal, result.error, json);
    const { lines, code } = report(result.value);
    if (json) terminal.out(JSON.stringify(result.value));
    else for (const line of lines) (code === exitCodes.ok ? terminal.out : terminal.err)(line);
    return code;
  } finally {
    await opened.value.close();
  }
};
