import { err, ok, type Result } from '#shared/std/index.ts';
import {
  failure,
  queries,
  type ProtocolError,
  type QueryName,
  type QueryParams,
  type QueryResult,
} from '#shared/protocol/index.ts';
import type { QueryHandler, QueryHandlers, Topic } from '../queries/index.ts';

export interface WatcherDeps {
  /** Handlers for the profile as it is now; they change when a team is created, joined or left. */
  readonly handlers: () => QueryHandlers;
  /** Runs a task soon, once for everything that changes in the same tick. */
  readonly defer: (task: () => void) => void;
}

type Listener = (value: Result<unknown, ProtocolError>) => void;

interface Watcher {
  readonly name: QueryName;
  readonly params: unknown;
  readonly listener: Listener;
  last: string | undefined;
}

/** Answers queries, and again whenever what they depend on has changed: at most once a tick, and only if different. */
export const createWatchers = ({ handlers, defer }: WatcherDeps) => {
  const watchers = new Set<Watcher>();
  const changed = new Set<Topic>();
  let all = false;
  let planned = false;

  const run = (name: QueryName, params: unknown): Result<unknown, ProtocolError> => {
    const parsed = queries[name].params.safeParse(params);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return err(failure('invalid', issue?.message ?? 'The request is not valid.', issue?.path.join('.')));
    }
    // The table pairs each name with its own handler; the compiler cannot follow that through a variable name.
    const handler = handlers()[name] as unknown as QueryHandler<QueryName> & {
      readonly run: (params: unknown) => unknown;
    };
    return ok(handler.run(parsed.data));
  };

  const refresh = (watcher: Watcher): void => {
    const value = run(watcher.name, watcher.params);
    const text = JSON.stringify(value);
    if (text === watcher.last || !watchers.has(watcher)) return;
    watcher.last = text;
    watcher.listener(value);
  };

  const flush = (): void => {
    planned = false;
    const topics = new Set(changed);
    const everything = all;
    changed.clear();
    all = false;
    for (const watcher of [...watchers]) {
      if (everything || handlers()[watcher.name].topics.some((topic) => topics.has(topic))) refresh(watcher);
    }
  };

  const plan = (): void => {
    if (planned) return;
    planned = true;
    defer(flush);
  };

  return {
    read: <N extends QueryName>(name: N, params: QueryParams<N>): Promise<Result<QueryResult<N>, ProtocolError>> =>
      Promise.resolve(run(name, params) as Result<QueryResult<N>, ProtocolError>),
    watch: (name: QueryName, params: unknown, listener: Listener): (() => void) => {
      const watcher: Watcher = { name, params, listener, last: undefined };
      watchers.add(watcher);
      defer(() => refresh(watcher));
      return () => void watchers.delete(watcher);
    },
    touch: (topics: Iterable<Topic>): void => {
      for (const topic of topics) changed.add(topic);
      if (watchers.size > 0) plan();
      else changed.clear();
    },
    touchAll: (): void => {
      all = true;
      plan();
    },
  };
};

export type Watchers = ReturnType<typeof createWatchers>;
