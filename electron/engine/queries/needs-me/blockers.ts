import { requestClock } from '#shared/domain/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import type { Db } from '../../store/index.ts';
import { createOpenBlockers } from '../blockers.ts';
import type { Situation } from './situation.ts';

/** Blockers that wait for me, met in the check-in that holds them. */
export const createBlockers = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const open = createOpenBlockers(db);
  return (here) =>
    open(here.me.id).map((row) => ({
      key: `blocker/${row.record_id}/${row.id}`,
      kind: 'blocker',
      title: firstLine(row.text),
      targetId: row.record_id,
      targetKind: 'check-in',
      fromId: row.person_id,
      at: row.since,
      audience: here.ctx.audienceOf(row.space_id),
      norm: requestClock({ since: row.since, urgent: row.urgent === 1, recipient: here.me, now: here.now }),
      detail: '',
    }));
};
