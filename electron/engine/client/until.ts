import {
  failure,
  type EngineApi,
  type ProtocolError,
  type QueryName,
  type QueryParams,
  type QueryResult,
} from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';

/**
 * Watches a query until its value is what a script waits for, such as until a teammate's check-in has arrived.
 *
 * @param holds whether the value is it
 * @param patienceMs after how long to give up, in milliseconds
 * @returns the value; or the failure `not-ready` once patience is over, or the query's own failure
 */
export const until = async <N extends QueryName>(
  engine: EngineApi,
  name: N,
  params: QueryParams<N>,
  holds: (value: QueryResult<N>) => boolean,
  patienceMs = 30_000,
): Promise<Result<QueryResult<N>, ProtocolError>> => {
  const { promise, resolve } = Promise.withResolvers<Result<QueryResult<N>, ProtocolError>>();
  const timer = setTimeout(
    () => resolve(err(failure('not-ready', `"${name}" did not become what was awaited within ${patienceMs} ms.`))),
    patienceMs,
  );
  const stop = engine.watch(name, params, (result) => {
    if (!result.ok) resolve(result);
    else if (holds(result.value)) resolve(ok(result.value));
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    stop();
  }
};
