import { ok, type Clock, type Log, type Random, type Timers } from '#shared/std/index.ts';
import { addLook, erasedAt, retentionGroupOf, seeRetention, sureTime } from '#shared/domain/index.ts';
import { eraseRecord } from '../api/index.ts';
import { looksKey, ownRecords, readKnown, readLooks, retentionKey } from '../queries/index.ts';
import type { LocalTables } from '../store/index.ts';
import type { Live } from './live.ts';

export interface RetentionDeps {
  readonly live: Live;
  readonly local: LocalTables;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
}

const everyMs = 3_600_000;
/** The first look that counts after an opening: who uses the profile for less than an hour at a time erases too. */
const firstMs = 600_000;
/** Records erased at a time: the next hour goes on. */
const batch = 100;

/**
 * Erases this person's own records once they are older than the team keeps them, and nobody else's: a setting is no
 * command to other people's machines. Two weeks after this device first saw the setting at the earliest; `erasure`
 * tells before what will go. Looks now, ten minutes later, every hour, and when the settings change. What the clock says
 * is believed once it said so for as many looks as `sureTime` asks for, across starts: a clock that is ahead for a while
 * erases nothing.
 */
export const keepRetention = ({ live: { ledger }, local, clock, random, timers, log }: RetentionDeps): (() => void) => {
  const settings = ledger.db.prepare<[], Record<'checkIns' | 'feedback' | 'comments', number>>(
    `SELECT t.retention_check_ins AS checkIns, t.retention_feedback AS feedback, t.retention_comments AS comments
     FROM team_settings t CROSS JOIN record_view v USING (record_id) ORDER BY v.created_at, t.record_id LIMIT 1`,
  );

  /** Only looks that lie apart by running time count: openings and changed settings may follow each other at once. */
  const look = (counts: boolean): void => {
    const now = settings.get();
    if (now === undefined || ledger.graph.now().person(ledger.me.personId)?.state !== 'member') return;
    const stored = local.state(retentionKey);
    const known = seeRetention(readKnown(stored), now, clock.now());
    const text = JSON.stringify(known);
    if (text !== (stored ?? '{}')) local.setState(retentionKey, text);
    let looks = readLooks(local.state(looksKey));
    if (counts && Object.keys(known).length > 0) {
      looks = addLook(looks, clock.now());
      local.setState(looksKey, JSON.stringify(looks));
    }
    const sure = sureTime(looks);
    if (sure === null) return;
    const due = ownRecords(ledger.db, ledger.me.personId).filter(({ kind, createdAt }) => {
      const group = retentionGroupOf(kind);
      const at = group === undefined ? null : erasedAt(group, createdAt, known);
      return at !== null && at <= Math.min(sure, clock.now());
    });
    if (due.length === 0) return;
    const done = ledger.transact('local', () => {
      for (const { id } of due.slice(0, batch)) {
        const erased = eraseRecord(ledger, id, 'retention', clock, random);
        if (!erased.ok) return erased;
      }
      return ok(undefined);
    });
    if (!done.ok) log.warn('records past their time could not be erased', { sentence: done.error.sentence });
  };

  let open = true;
  let planned = false;
  const safely = (counts: boolean): void => {
    if (!open) return;
    try {
      look(counts);
    } catch (cause) {
      log.warn('what is past its time could not be looked at', {
        reason: cause instanceof Error ? cause.message : String(cause),
      });
    }
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      safely(false);
    });
  };
  let stopTimer: () => void = () => undefined;
  const tick = (): void => {
    safely(true);
    if (open) stopTimer = timers.after(everyMs, tick);
  };
  plan();
  stopTimer = timers.after(firstMs, tick);
  const stopWatching = ledger.onCommit((commit) => {
    if (commit.kinds.has('team-settings')) plan();
  });
  return () => {
    open = false;
    stopTimer();
    stopWatching();
  };
};
