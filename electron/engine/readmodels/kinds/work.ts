import { plannedIn, timesCarried } from '#shared/domain/index.ts';
import { noWeek } from '#shared/schema/index.ts';
import type { LeaveRecord, TaskRecord } from '#shared/schema/index.ts';
import { acceptedAtOf } from './accepted.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';

export const taskRows = (snapshot: RecordSnapshot, value: TaskRecord): KindRows => ({
  tasks: [
    {
      record_id: snapshot.id,
      title: value.title,
      owner_id: value.ownerId,
      milestone: value.milestone ? 1 : 0,
      key_result_id: value.keyResultId,
      due: value.due,
      state: value.state,
      done_at: value.doneAt,
      deliverable: value.deliverable,
      accepted_by_id: value.acceptedById,
      accepted_at: acceptedAtOf(value),
      position: value.order,
      import_key: value.importKey,
      done_means: value.doneMeans,
      note: value.note,
      week: plannedIn(value)?.week ?? null,
      carried: timesCarried(value),
    },
  ],
  task_weeks: Object.entries(value.planned)
    .filter(([, { week }]) => week !== noWeek)
    .map(([id, { week, outcome }]) => ({ record_id: snapshot.id, id, week, outcome })),
});

export const leaveRows = (snapshot: RecordSnapshot, value: LeaveRecord): KindRows =>
  value.personId === null
    ? {}
    : {
        leave_days: [
          {
            record_id: snapshot.id,
            person_id: value.personId,
            start: value.start,
            end: value.end,
            reason: value.reason,
            note: value.note,
            cancelled: value.cancelled ? 1 : 0,
          },
        ],
      };
