import { useEffect } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useEngine, useQuery } from '#renderer/state/index.ts';
import { useKeys, useUi } from '#renderer/ui/index.ts';

/** The engine hears at most this often that somebody is there; the shortest limit is a minute. */
const tellMs = 20_000;

/** Locks on a key, and tells the engine that somebody is at the keyboard, where it wants to know. Shows nothing. */
export const AutoLock = () => {
  const { t } = useText();
  const engine = useEngine();
  const { timers } = useUi();
  const lock = useCommand('vault.lock');
  const security = useQuery('security', {}).data;
  // Until it is known, the key is there: who has to leave the desk at once does not wait for it.
  const lockable = security === undefined || security.keys === 'passphrase';
  const watched = security?.keys === 'passphrase' && security.autoLockMinutes !== null;
  useKeys(
    lockable
      ? [{ keys: 'mod+shift+l', label: t('security.lock.now'), run: () => void lock.run({}), always: true }]
      : [],
    'everywhere',
  );
  useEffect(() => {
    if (!watched) return undefined;
    let quiet = false;
    let cancel: (() => void) | undefined;
    const active = (): void => {
      if (quiet) return;
      quiet = true;
      cancel = timers.after(tellMs, () => {
        quiet = false;
      });
      void engine.run('vault.active', {});
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, active, { passive: true, capture: true });
    return () => {
      cancel?.();
      for (const kind of kinds) window.removeEventListener(kind, active, { capture: true });
    };
  }, [watched, engine, timers]);
  return null;
};
