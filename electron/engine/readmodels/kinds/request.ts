import { turnsOf } from '#shared/domain/index.ts';
import type { RequestRecord } from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';
import { mentionRows } from './mentions.ts';

export const requestRows = (snapshot: RecordSnapshot, value: RequestRecord): KindRows => {
  const turns = turnsOf(value);
  const first = turns[0];
  const last = turns.at(-1);
  if (first === undefined || last === undefined || value.fromId === null) return {};
  return {
    requests: [
      {
        record_id: snapshot.id,
        question: value.question,
        text: value.text,
        from_id: value.fromId,
        to_id: last.toId,
        by_id: last.byId,
        since: last.at,
        asked_at: first.at,
        urgent: value.urgent ? 1 : 0,
        state: value.state,
        closed_at: value.closedAt,
        target_id: value.targetId,
        target_kind: value.targetKind,
        blocker_id: value.blockerId,
      },
    ],
    request_turns: turns.map(({ toId, byId, at, until }, position) => ({
      record_id: snapshot.id,
      position,
      to_id: toId,
      by_id: byId,
      at,
      until,
    })),
    mentions: mentionRows(snapshot, value),
  };
};
