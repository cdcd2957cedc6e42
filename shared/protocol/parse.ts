import { err, ok, type Result } from '../std/index.ts';
import { commands, type CommandName, type CommandRequest } from './commands/index.ts';
import { failure, type ProtocolError } from './errors.ts';
import { queries, type QueryName, type QueryRequest } from './queries/index.ts';

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
export const isQueryName = (name: string): name is QueryName => Object.hasOwn(queries, name);

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Our own messages are whole sentences; the validator's are fragments and need their field to be understood. */
const asFailure = (issue: Issue | undefined): ProtocolError => {
  const field = (issue?.path ?? []).map(String).join('.');
  const message = issue?.message ?? 'This request is not valid.';
  const sentence = message.endsWith('.') ? message : field === '' ? `${message}.` : `${field}: ${message}.`;
  return failure('invalid', sentence, field === '' ? undefined : field);
};

/** A command's request with its defaults filled in, or the first thing that is wrong with it and where. */
export const parseCommand = <N extends CommandName>(
  name: N,
  params: unknown,
): Result<CommandRequest<N>, ProtocolError> => {
  const parsed = commands[name].params.safeParse(params);
  return parsed.success ? ok(parsed.data as CommandRequest<N>) : err(asFailure(parsed.error.issues[0]));
};

/** A query's request with its defaults filled in, or the first thing that is wrong with it and where. */
export const parseQuery = <N extends QueryName>(name: N, params: unknown): Result<QueryRequest<N>, ProtocolError> => {
  const parsed = queries[name].params.safeParse(params);
  return parsed.success ? ok(parsed.data as QueryRequest<N>) : err(asFailure(parsed.error.issues[0]));
};
