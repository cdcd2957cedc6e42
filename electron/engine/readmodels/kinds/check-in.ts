import type { CheckInRecord, PlanItem } from '#shared/schema/index.ts';
import type { KindRows, PlanRow } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';
import { ordered } from './ordered.ts';

const planRows = (recordId: string, list: PlanRow['list'], items: Readonly<Record<string, PlanItem>>): PlanRow[] =>
  ordered(items).map(([id, item], position) => ({
    record_id: recordId,
    list,
    position,
    id,
    text: item.text,
    outcome: item.outcome,
    carried: item.carried,
    key_result_id: item.keyResultId,
  }));

const some = (items: Readonly<Record<string, unknown>>): boolean => Object.keys(items).length > 0;

/**
 * What two devices said of one week stands in one record: that it was skipped, and a check-in; or that nothing changed,
 * and what did. What was submitted counts, or nobody would ever read it.
 */
const standing = (value: CheckInRecord): { readonly skipped: boolean; readonly nothingChanged: boolean } => {
  const changed = some(value.updates) || some(value.blockers);
  const told = changed || some(value.plans) || some(value.lastPlans) || value.answer.trim() !== '';
  return {
    skipped: value.skipped && !told && !value.nothingChanged,
    nothingChanged: value.nothingChanged && !changed,
  };
};

export const checkInRows = (snapshot: RecordSnapshot, value: CheckInRecord): KindRows => {
  if (value.personId === null) return {};
  const { skipped, nothingChanged } = standing(value);
  const updates = Object.entries(value.updates).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    check_ins: [
      {
        record_id: snapshot.id,
        person_id: value.personId,
        week: value.week,
        nothing_changed: nothingChanged ? 1 : 0,
        submitted_at: value.submittedAt > 0 ? value.submittedAt : snapshot.createdAt,
        question: value.question,
        answer: value.answer,
        skipped: skipped ? 1 : 0,
        skip_reason: value.skipped && !skipped ? '' : value.skipReason,
        pulse: value.pulse,
      },
    ],
    plans: [...planRows(snapshot.id, 'last', value.lastPlans), ...planRows(snapshot.id, 'this', value.plans)],
    check_in_updates: updates.flatMap(([id, item], position) =>
      item.keyResultId === null
        ? []
        : [
            {
              record_id: snapshot.id,
              position,
              id,
              key_result_id: item.keyResultId,
              value: item.value,
              confidence: item.confidence,
              projection: item.projection,
              note: item.note,
            },
          ],
    ),
    blockers: ordered(value.blockers).flatMap(([id, item], position) =>
      item.waitsForId === null
        ? []
        : [
            {
              record_id: snapshot.id,
              position,
              id,
              text: item.text,
              waits_for_id: item.waitsForId,
              urgent: item.urgent ? 1 : 0,
            },
          ],
    ),
  };
};
