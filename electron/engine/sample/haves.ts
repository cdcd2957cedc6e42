import { toText, type Random } from '#shared/std/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { haveId, sealHave } from '../network/index.ts';
import type { Member } from './team.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** How long ago each machine of the sample team was last heard of, in minutes. The manager has been away. */
const heardAgo: Readonly<Record<string, number>> = {
  ana: 3 * 24 * 60,
  bilal: 22,
  aroha: 125,
  haruto: 180,
  wanjiru: 300,
  claire: 560,
  rafael: 1_400,
  yui: 190,
};

/** What the others' machines say they hold, as they would have left it beside the log (decision 8). */
export const sampleHaves = (me: Member, others: readonly Member[], now: number, random: Random): SyncObject[] => {
  const epoch = me.ledger.keyring.current(me.ledger.space.members);
  if (epoch === undefined) return [];
  const until = me.ledger.db.prepare<unknown[], { log: Uint8Array; seq: number }>(
    'SELECT log, max(seq) AS seq FROM entries WHERE received_at <= ? GROUP BY log',
  );
  return others.map(({ key, ledger }) => {
    const at = now - (heardAgo[key] ?? 0) * minuteMs;
    const heads = new Map(
      until.all(at > now - dayMs ? now : at).map((row): [string, number] => [toText(row.log), row.seq]),
    );
    const bytes = sealHave(ledger.device, at, heads, epoch, random);
    return { id: haveId(epoch.key, ledger.device.id), version: at, bytes };
  });
};
