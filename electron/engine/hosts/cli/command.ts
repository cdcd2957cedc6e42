import type { ParseArgsConfig } from 'node:util';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { Surroundings } from '#shared/std/index.ts';

/** What an ended command tells the shell. */
export const exitCodes = {
  ok: 0,
  /** It ran, and found something wrong: damaged data, rows that could not be imported. */
  problems: 1,
  /** It was not called as its help says. */
  usage: 2,
  /** It could not do what it was asked: the profile is open elsewhere, the disk is full. */
  cannot: 3,
} as const;

/** What a command may touch of the process that runs it. */
export interface Terminal extends Surroundings {
  readonly cwd: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Asks for something that must not be shown; undefined where nobody can be asked. */
  readonly askSecret?: (question: string) => Promise<string | undefined>;
  /** Resolves once the user, or the system, asks the process to end; from then on that is the caller’s business. */
  readonly stopped: () => Promise<void>;
  /** Runs one of the project's own programs in this terminal and resolves to its exit code. */
  readonly run: (program: 'relay' | 'demo', args: readonly string[]) => Promise<number>;
}

export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** Stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
}

export type FlagValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Stands for the positional arguments in the help, such as `FILE`. */
  readonly arguments?: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Hands everything after the command's name on to another program, which has its own help. */
  readonly passesThrough?: boolean;
  /** @returns one of `exitCodes` */
  readonly run: (terminal: Terminal, values: FlagValues, positionals: readonly string[]) => Promise<number>;
}

export const parseOptions = (flags: CliCommand['flags']): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, { type: flag.type, multiple: flag.multiple ?? false }]),
  );

/** Says what failed: a sentence for people, the code too for scripts. Returns the exit code. */
export const sayFailure = (terminal: Terminal, error: ProtocolError, json: boolean): number => {
  if (json) terminal.out(JSON.stringify({ error }));
  else terminal.err(error.sentence);
  return error.code === 'invalid' && error.field === undefined ? exitCodes.usage : exitCodes.cannot;
};

export const textFlag = (values: FlagValues, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

export const listFlag = (values: FlagValues, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
