import type { Result } from '../std/index.ts';
import type { CommandName, CommandParams, CommandResult } from './commands/index.ts';
import type { ProtocolError } from './errors.ts';
import type { QueryName, QueryParams, QueryResult } from './queries/index.ts';

/**
 * The engine as everyone outside it sees it: in process, over a port, or from a script. A client for a remote engine
 * has the same face.
 */
export interface EngineApi {
  readonly run: <N extends CommandName>(
    name: N,
    params: CommandParams<N>,
    once?: string,
  ) => Promise<Result<CommandResult<N>, ProtocolError>>;
  readonly read: <N extends QueryName>(
    name: N,
    params: QueryParams<N>,
  ) => Promise<Result<QueryResult<N>, ProtocolError>>;
  /** Calls `listener` with the value now and after every change, until the returned function is called. */
  readonly watch: <N extends QueryName>(
    name: N,
    params: QueryParams<N>,
    listener: (value: Result<QueryResult<N>, ProtocolError>) => void,
  ) => () => void;
}
