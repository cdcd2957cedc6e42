import { useCallback, useEffect, useRef, useState } from 'react';
import { useUi } from '#renderer/ui/index.ts';
import { useEngine } from './context.tsx';
import { skip, useQuery } from './use-query.ts';

export interface Draft {
  /** False until what was kept before has been read; do not let people type before. */
  readonly ready: boolean;
  readonly value: string;
  readonly set: (value: string) => void;
  /** True once the newest value is durable on this device. */
  readonly saved: boolean;
  /** Forgets the draft, after it was sent. */
  readonly clear: () => void;
}

/** Keystrokes closer together than this are saved once. */
const pauseMs = 400;

/** Text that survives closing the window: kept on this device only, never sent. `key` null = no draft yet. */
export const useDraft = (key: string | null): Draft => {
  const engine = useEngine();
  const { timers } = useUi();
  const kept = useQuery('draft', key === null ? skip : { key });
  const [typed, setTyped] = useState<{
    readonly key: string | null;
    readonly value: string;
    readonly saved: boolean;
  } | null>(null);
  const pending = useRef<{ readonly cancel: () => void; readonly save: () => void } | null>(null);

  const save = useCallback(
    (value: string) => {
      if (key === null) return;
      void engine.run('draft.save', { key, value }).then((result) => {
        if (!result.ok) return;
        setTyped((now) => (now !== null && now.key === key && now.value === value ? { ...now, saved: true } : now));
      });
    },
    [engine, key],
  );

  useEffect(
    () => () => {
      pending.current?.cancel();
      pending.current?.save();
      pending.current = null;
    },
    [key],
  );

  const set = (value: string): void => {
    setTyped({ key, value, saved: false });
    pending.current?.cancel();
    const cancel = timers.after(pauseMs, () => {
      pending.current = null;
      save(value);
    });
    pending.current = { cancel, save: () => save(value) };
  };

  const clear = (): void => {
    pending.current?.cancel();
    pending.current = null;
    setTyped({ key, value: '', saved: true });
    save('');
  };

  const own = typed !== null && typed.key === key ? typed : null;
  return {
    ready: key !== null && (own !== null || kept.status !== 'loading'),
    value: own?.value ?? kept.data?.value ?? '',
    saved: own === null ? (kept.data?.value ?? '') !== '' : own.saved,
    set,
    clear,
  };
};
