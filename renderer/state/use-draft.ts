import { useLayoutEffect, useMemo, useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useEngine } from './context.tsx';
import type { AppState } from './create-state.ts';
import { createDraftSaver } from './draft-saver.ts';
import { afterSent } from './sent-words.ts';
import { useQuery } from './use-query.ts';

export interface Draft {
  /**
   * False until what was kept before has been read. Words typed before that go behind what was kept; a form that keeps
   * more than words is not shown before.
   */
  readonly ready: boolean;
  readonly value: string;
  readonly set: (value: string) => void;
  /** True once the newest value is durable on this device. */
  readonly saved: boolean;
  /** When it was kept, by this device's clock; null for none. */
  readonly savedAt: number | null;
  /**
   * Takes what was sent off the front; what was typed behind it meanwhile stays, and stays kept. Nothing is sent while
   * the draft is not `ready`: what was kept would go unsent.
   *
   * @returns what is left
   */
  readonly clear: (sent: string) => string;
  /** Changes the newest words, whatever was typed since the caller last saw them. */
  readonly revise: (change: (newest: string) => string) => string;
}

interface Typed {
  readonly key: string;
  readonly value: string;
  readonly saved: boolean;
  /**
   * `early`: typed before what was kept had been read, and held back until it is known what it follows. `joined`: put
   * behind that, and to be kept now.
   */
  readonly stage: 'early' | 'joined' | 'ready';
}

/** What is kept now, which another window may have changed since this one was last drawn. */
const keptNow = (engine: AppState, key: string): string => {
  const kept = engine.store.getState().queries[engine.keyOf('draft', { key })]?.data as
    QueryResult<'draft'> | undefined;
  return kept?.value ?? '';
};

const behind = (before: string, typed: string): string => before + typed;

/**
 * Text that survives closing the window or a crash: kept on this device at every keystroke, never sent.
 *
 * @param join what was kept, and what was typed before that had been read, in one
 */
export const useDraft = (key: string, join = behind): Draft => {
  const engine = useEngine();
  const kept = useQuery('draft', { key });
  const [typed, setTyped] = useState<Typed | null>(null);
  const saver = useMemo(
    () =>
      createDraftSaver({
        save: async (value) => (await engine.run('draft.save', { key, value })).ok,
        onSaved: (value) => {
          setTyped((now) => (now !== null && now.key === key && now.value === value ? { ...now, saved: true } : now));
        },
      }),
    [engine, key],
  );

  const own = typed !== null && typed.key === key ? typed : null;
  const before = kept.data?.value ?? '';
  const ready = kept.status !== 'loading' || (own !== null && own.stage !== 'early');
  if (ready && own?.stage === 'early') setTyped({ ...own, value: join(before, own.value), stage: 'joined' });

  const joined = own?.stage === 'joined' ? own.value : null;
  useLayoutEffect(() => {
    if (joined !== null) saver.set(joined);
  }, [joined, saver]);

  const set = (value: string): void => {
    setTyped({ key, value, saved: false, stage: ready ? 'ready' : 'early' });
    if (ready) saver.set(value);
  };

  const revise = (change: (newest: string) => string): string => {
    const next = change(saver.newest() ?? keptNow(engine, key));
    setTyped({ key, value: next, saved: next === '', stage: 'ready' });
    saver.set(next);
    return next;
  };

  return {
    ready,
    value: own?.value ?? before,
    savedAt: kept.data?.savedAt ?? null,
    saved: own === null ? before !== '' : own.saved,
    set,
    clear: (sent) => revise((newest) => afterSent(newest, sent)),
    revise,
  };
};
