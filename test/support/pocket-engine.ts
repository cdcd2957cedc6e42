import { ok } from '#shared/std/index.ts';
import { err } from '#shared/std/index.ts';
import { failure, type EngineApi } from '#shared/protocol/index.ts';

/**
 * As much of an engine as the protocol needs to be seen working: drafts that can be saved, read and watched, and two
 * ways to misbehave. Not a stand-in for the real one anywhere else.
 */
export const pocketEngine = () => {
  const drafts = new Map<string, { value: string; savedAt: number }>();
  const results = new Map<string, unknown>();
  const watchers = new Set<() => void>();
  const requests: { name: string; params: unknown; once: string | undefined }[] = [];
  let saves = 0;
  let held: (() => void) | undefined;
  let holding = false;

  const draftOf = (key: string) => drafts.get(key) ?? { value: null, savedAt: null };
  const answer = (name: string, params: Record<string, unknown>): unknown => {
    if (name !== 'draft.save') throw new Error('a defect with a secret detail');
    saves += 1;
    drafts.set(String(params['key']), { value: String(params['value']), savedAt: saves });
    for (const watcher of watchers) watcher();
    return {};
  };

  const engine: EngineApi = {
    run: (async (name: string, params: Record<string, unknown>, once?: string) => {
      requests.push({ name, params, once });
      if (holding) await new Promise<void>((resolve) => (held = resolve));
      if (name === 'relay.retry') return err(failure('unreachable', 'No relay answers.'));
      if (once !== undefined && results.has(once)) return ok(results.get(once));
      const result = answer(name, params);
      if (once !== undefined) results.set(once, result);
      return ok(result);
    }) as never,
    read: () => Promise.reject(new Error('reads go through watch')),
    watch: ((name: string, params: { key?: string }, listener: (value: unknown) => void) => {
      if (name !== 'draft') throw new Error('a defect in a query');
      const tell = (): void => listener(ok(draftOf(String(params.key))));
      watchers.add(tell);
      tell();
      return () => watchers.delete(tell);
    }) as never,
  };
  return {
    engine,
    requests,
    watching: () => watchers.size,
    saves: () => saves,
    /** Commands from now on wait until `release`. */
    hold: () => {
      holding = true;
    },
    release: () => {
      holding = false;
      held?.();
    },
    /** Changes a draft from inside, as an entry from a teammate would. */
    change: (key: string, value: string) => answer('draft.save', { key, value }),
  };
};
