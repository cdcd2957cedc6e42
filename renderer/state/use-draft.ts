import { useMemo, useState } from 'react';
import { useEngine } from './context.tsx';
import { createDraftSaver } from './draft-saver.ts';
import { skip, useQuery } from './use-query.ts';

export interface Draft {
  /** False until what was kept before has been read; do not let people type before. */
  readonly ready: boolean;
  readonly value: string;
  readonly set: (value: string) => void;
  /** True once the newest value is durable on this device. */
  readonly saved: boolean;
  /** When it was kept, by this device's clock; null for none. */
  readonly savedAt: number | null;
  /** Forgets the draft, after it was sent. */
  readonly clear: () => void;
}

/** Text that survives closing the window or a crash: kept on this device at every keystroke, never sent. `key` null = no draft yet. */
export const useDraft = (key: string | null): Draft => {
  const engine = useEngine();
  const kept = useQuery('draft', key === null ? skip : { key });
  const [typed, setTyped] = useState<{
    readonly key: string | null;
    readonly value: string;
    readonly saved: boolean;
  } | null>(null);
  const saver = useMemo(
    () =>
      createDraftSaver({
        save: async (value) => key === null || (await engine.run('draft.save', { key, value })).ok,
        onSaved: (value) => {
          setTyped((now) => (now !== null && now.key === key && now.value === value ? { ...now, saved: true } : now));
        },
      }),
    [engine, key],
  );

  const set = (value: string): void => {
    setTyped({ key, value, saved: false });
    saver.set(value);
  };

  const clear = (): void => {
    setTyped({ key, value: '', saved: true });
    saver.set('');
  };

  const own = typed !== null && typed.key === key ? typed : null;
  return {
    ready: key !== null && (own !== null || kept.status !== 'loading'),
    value: own?.value ?? kept.data?.value ?? '',
    savedAt: kept.data?.savedAt ?? null,
    saved: own === null ? (kept.data?.value ?? '') !== '' : own.saved,
    set,
    clear,
  };
};
