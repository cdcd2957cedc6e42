import { err, ok, type Result } from '#shared/std/index.ts';
import {
  parseQuery,
  type ProtocolError,
  type QueryName,
  type QueryParams,
  type QueryRequest,
  type QueryResult,
} from '#shared/protocol/index.ts';
import type { QueryHandlers, Sharing, Topic } from '../queries/index.ts';

export interface WatcherDeps {
  readonly handlers: QueryHandlers;
  /** What several of the queries need is computed once a tick. */
  readonly sharing: Sharing;
  /** Runs a task soon, once for everything that changes in the same tick. */
  readonly defer: (task: () => void) => void;
}

interface Watcher {
  readonly topics: readonly Topic[];
  /** Computes the value and tells the listener if it differs from the last one. */
  readonly refresh: () => void;
}

/** Answers queries, and again whenever what they depend on has changed: at most once a tick, and only if different. */
export const createWatchers = ({ handlers, sharing, defer }: WatcherDeps) => {
  const watchers = new Set<Watcher>();
  const changed = new Set<Topic>();
  let everything = false;
  let planned = false;

  const answer = <N extends QueryName>(name: N, request: QueryRequest<N>): QueryResult<N> =>
    handlers[name].run(request);

  const run = <N extends QueryName>(name: N, params: unknown): Result<QueryResult<N>, ProtocolError> => {
    const request = parseQuery(name, params);
    return request.ok ? ok(answer(name, request.value)) : err(request.error);
  };

  const flush = (): void => {
    planned = false;
    const topics = new Set(changed);
    const all = everything;
    changed.clear();
    everything = false;
    const refresh = (): void => {
      for (const watcher of [...watchers])
        if (watchers.has(watcher) && (all || watcher.topics.some((topic) => topics.has(topic)))) watcher.refresh();
    };
    sharing.during(refresh);
  };

  const plan = (): void => {
    if (planned || watchers.size === 0) return;
    planned = true;
    defer(flush);
  };

  return {
    run,
    watch: <N extends QueryName>(
      name: N,
      params: QueryParams<N>,
      listener: (value: Result<QueryResult<N>, ProtocolError>) => void,
    ): (() => void) => {
      let last: string | undefined;
      const watcher: Watcher = {
        topics: handlers[name].topics,
        refresh: () => {
          const value = run(name, params);
          const text = JSON.stringify(value);
          if (text === last) return;
          last = text;
          listener(value);
        },
      };
      watchers.add(watcher);
      defer(() => {
        if (watchers.has(watcher)) watcher.refresh();
      });
      return () => void watchers.delete(watcher);
    },
    touch: (topics: Iterable<Topic>): void => {
      for (const topic of topics) changed.add(topic);
      plan();
    },
    touchAll: (): void => {
      everything = true;
      plan();
    },
    close: (): void => watchers.clear(),
  };
};

export type Watchers = ReturnType<typeof createWatchers>;
