import type { Db } from './open.ts';

/** What belongs to this device only and never becomes an entry: drafts, pins, settings, finished commands. */
export const createLocalTables = (db: Db) => {
  const getState = db.prepare<unknown[], { value: string }>('SELECT value FROM local_state WHERE key = ?');
  const setState = db.prepare<unknown[]>(
    'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const setDraft = db.prepare<unknown[]>(
    'INSERT INTO local_drafts (key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
  );
  const dropDraft = db.prepare<unknown[]>('DELETE FROM local_drafts WHERE key = ?');
  const pin = db.prepare<unknown[]>('INSERT OR IGNORE INTO local_pins (target_id, at) VALUES (?, ?)');
  const unpin = db.prepare<unknown[]>('DELETE FROM local_pins WHERE target_id = ?');
  const once = db.prepare<unknown[], { result: string }>('SELECT result FROM once WHERE key = ?');
  const setOnce = db.prepare<unknown[]>('INSERT INTO once (key, result, at) VALUES (?, ?, ?)');
  const trimOnce = db.prepare<unknown[]>('DELETE FROM once WHERE at < ?');
  return {
    state: (key: string): string | null => getState.get(key)?.value ?? null,
    setState: (key: string, value: string): void => void setState.run(key, value),
    setDraft: (key: string, value: string, at: number): void =>
      void (value === '' ? dropDraft.run(key) : setDraft.run(key, value, at)),
    setPin: (targetId: string, pinned: boolean, at: number): void =>
      void (pinned ? pin.run(targetId, at) : unpin.run(targetId)),
    once: (key: string): string | null => once.get(key)?.result ?? null,
    /** Remembers a finished command for a week, so that a retry gets the first result. */
    setOnce: (key: string, result: string, at: number): void => {
      setOnce.run(key, result, at);
      trimOnce.run(at - 7 * 86_400_000);
    },
  };
};

export type LocalTables = ReturnType<typeof createLocalTables>;
