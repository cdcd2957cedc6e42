import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ProtocolError, QueryName, QueryParams, QueryResult } from '#shared/protocol/index.ts';
import { useSaid } from '#renderer/i18n/index.ts';
import { useEngine } from './context.tsx';

/** Stands in for the parameters while they are not known yet: nothing is subscribed. */
export const skip = Symbol('skip');

export type QueryView<T> =
  | { readonly status: 'loading'; readonly data: undefined; readonly error: null }
  | { readonly status: 'ready'; readonly data: T; readonly error: null }
  | { readonly status: 'error'; readonly data: T | undefined; readonly error: ProtocolError };

const loading = { status: 'loading', data: undefined, error: null } as const;

/**
 * Subscribes to a query while the component is mounted. Data that was there before shows at once; it stays while the
 * engine restarts. Parts that did not change keep their identity, so memoised children do not render again.
 */
export const useQuery = <N extends QueryName>(
  name: N,
  params: QueryParams<N> | typeof skip,
): QueryView<QueryResult<N>> => {
  const engine = useEngine();
  const said = useSaid();
  const key = params === skip ? null : engine.keyOf(name, params);
  useEffect(() => {
    if (key === null) return undefined;
    // The key holds the parameters as JSON: they are stable for as long as it is.
    return engine.watch(name, JSON.parse(key.slice(name.length + 1)) as QueryParams<N>);
  }, [engine, name, key]);
  const state = useStore(engine.store, (window) => (key === null ? undefined : window.queries[key]));
  const failed = state?.error ?? null;
  const error = useMemo(
    () => (failed === null ? null : { ...failed, sentence: said(failed.sentence) }),
    [failed, said],
  );
  if (state === undefined) return loading;
  const data = state.data as QueryResult<N> | undefined;
  if (error !== null) return { status: 'error', data, error };
  return data === undefined ? loading : { status: 'ready', data, error: null };
};
