import { err, ok, type Log, type Result } from '#shared/std/index.ts';
import {
  defect,
  parseQuery,
  type ProtocolError,
  type QueryName,
  type QueryParams,
  type QueryRequest,
  type QueryResult,
} from '#shared/protocol/index.ts';
import type { QueryHandlers, Sharing, Topic } from '../queries/index.ts';
import { writeFault } from '../store/index.ts';

export interface WatcherDeps {
  readonly handlers: QueryHandlers;
  /** What several of the queries need is computed once a tick. */
  readonly sharing: Sharing;
  /** Runs a task soon, once for everything that changes in the same tick. */
  readonly defer: (task: () => void) => void;
  readonly log: Log;
}

interface Watcher {
  readonly topics: readonly Topic[];
  /** Computes the value and tells the listener if it differs from the last one. */
  readonly refresh: () => void;
}

/** An answer, and what was thrown instead of one. */
interface Tried<N extends QueryName> {
  readonly value: Result<QueryResult<N>, ProtocolError>;
  readonly thrown?: Error;
}

/** Answers queries, and again whenever what they depend on has changed: at most once a tick, and only if different. */
export const createWatchers = ({ handlers, sharing, defer, log }: WatcherDeps) => {
  const watchers = new Set<Watcher>();
  const changed = new Set<Topic>();
  let everything = false;
  let planned = false;

  const answer = <N extends QueryName>(name: N, request: QueryRequest<N>): QueryResult<N> =>
    handlers[name].run(request);

  /** Never throws: a page of the file that cannot be read ends one answer, not the engine with all the others. */
  const tried = <N extends QueryName>(name: N, params: unknown): Tried<N> => {
    const request = parseQuery(name, params);
    if (!request.ok) return { value: request };
    try {
      return { value: ok(answer(name, request.value)) };
    } catch (cause) {
      const thrown = cause instanceof Error ? cause : new Error(String(cause));
      return { value: err(writeFault(cause) ?? defect), thrown };
    }
  };

  const note = (name: QueryName, thrown: Error): void =>
    log.warn('A query could not be answered', { name, error: thrown.stack ?? thrown.message });

  const run = <N extends QueryName>(name: N, params: unknown): Result<QueryResult<N>, ProtocolError> => {
    const { value, thrown } = tried(name, params);
    if (thrown === undefined) return value;
    // Whoever asked for one answer deals with a defect; nobody could where it is computed again by itself.
    if (writeFault(thrown) === undefined) throw thrown;
    note(name, thrown);
    return value;
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
          const { value, thrown } = tried(name, params);
          const text = JSON.stringify(value);
          if (text === last) return;
          last = text;
          if (thrown !== undefined) note(name, thrown);
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
