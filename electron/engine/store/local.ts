import { createGoneDrafts } from './gone-drafts.ts';
import type { Db } from './open.ts';

/** One unfinished form; an empty value says that it was finished or thrown away. */
export interface StoredDraft {
  readonly key: string;
  readonly value: string;
  /** Milliseconds since the epoch by the clock of the device that saved it. */
  readonly savedAt: number;
}

interface DraftRow {
  readonly key: string;
  readonly value: string;
  readonly saved_at: number;
}

const goneKey = 'drafts_gone';
const trimEveryMs = 3_600_000;

/** What belongs to this device only and never becomes an entry: drafts, pins, settings, finished commands. */
export const createLocalTables = (db: Db) => {
  const getState = db.prepare<unknown[], { value: string }>('SELECT value FROM local_state WHERE key = ?');
  const setState = db.prepare<unknown[]>(
    'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const setDraft = db.prepare<unknown[]>(
    `INSERT INTO local_drafts (key, value, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = max(excluded.saved_at, saved_at + 1)`,
  );
  const getDraft = db.prepare<unknown[], DraftRow>('SELECT key, value, saved_at FROM local_drafts WHERE key = ?');
  const takeDraft = db.prepare<unknown[]>(
    'INSERT OR REPLACE INTO local_drafts (key, value, saved_at) VALUES (?, ?, ?)',
  );
  const allDrafts = db.prepare<unknown[], DraftRow>('SELECT key, value, saved_at FROM local_drafts ORDER BY key');
  const dropDraft = db.prepare<unknown[]>('DELETE FROM local_drafts WHERE key = ?');
  const gone = createGoneDrafts(
    () => getState.get(goneKey)?.value,
    (value) => void setState.run(goneKey, value),
  );
  const pin = db.prepare<unknown[]>('INSERT OR IGNORE INTO local_pins (target_id, at) VALUES (?, ?)');
  const unpin = db.prepare<unknown[]>('DELETE FROM local_pins WHERE target_id = ?');
  const once = db.prepare<unknown[], { result: string }>('SELECT result FROM once WHERE key = ?');
  const setOnce = db.prepare<unknown[]>('INSERT INTO once (key, result, at) VALUES (?, ?, ?)');
  const trimOnce = db.prepare<unknown[]>('DELETE FROM once WHERE at < ?');
  let trimmedAt = -Infinity;
  return {
    state: (key: string): string | null => getState.get(key)?.value ?? null,
    setState: (key: string, value: string): void => void setState.run(key, value),
    /** An empty value ends a draft. What is saved here and now counts even where another device's clock is ahead. */
    setDraft: (key: string, value: string, at: number): void => {
      const held = Math.max(getDraft.get(key)?.saved_at ?? 0, gone.at(key));
      const savedAt = Math.max(at, held + 1);
      if (value !== '') {
        gone.forget(key);
        setDraft.run(key, value, savedAt);
      } else if (dropDraft.run(key).changes > 0) gone.note(key, savedAt);
    },
    /** All drafts; those that ended lately have an empty value. */
    drafts: (): readonly StoredDraft[] => [
      ...allDrafts.all().map(({ key, value, saved_at: savedAt }) => ({ key, value, savedAt })),
      ...gone.all().map(([key, savedAt]) => ({ key, value: '', savedAt })),
    ],
    /**
     * Takes a draft from another device of the same person if it is newer than what is here; of two saved at the same
     * time, the one whose text sorts later, so that both devices keep the same. False if nothing changed.
     */
    mergeDraft: ({ key, value, savedAt }: StoredDraft): boolean => {
      const row = getDraft.get(key);
      const held = row === undefined ? { value: '', savedAt: gone.at(key) } : { ...row, savedAt: row.saved_at };
      if (savedAt < held.savedAt || (savedAt === held.savedAt && value <= held.value)) return false;
      if (value === '') {
        gone.note(key, savedAt);
        return dropDraft.run(key).changes > 0;
      }
      gone.forget(key);
      takeDraft.run(key, value, savedAt);
      return true;
    },
    setPin: (targetId: string, pinned: boolean, at: number): void =>
      void (pinned ? pin.run(targetId, at) : unpin.run(targetId)),
    once: (key: string): string | null => once.get(key)?.result ?? null,
    /** Remembers a finished command for a week, so that a retry gets the first result. */
    setOnce: (key: string, result: string, at: number): void => {
      setOnce.run(key, result, at);
      // Looks at each of them, so now and then is enough.
      if (Math.abs(at - trimmedAt) < trimEveryMs) return;
      trimmedAt = at;
      trimOnce.run(at - 7 * 86_400_000);
    },
  };
};

export type LocalTables = ReturnType<typeof createLocalTables>;
