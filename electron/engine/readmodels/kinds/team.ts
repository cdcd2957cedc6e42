import type { CycleRecord, PersonRecord, PulseRecord, TeamSettingsRecord } from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';

export const teamSettingsRows = (snapshot: RecordSnapshot, value: TeamSettingsRecord): KindRows => ({
  team_settings: [
    {
      record_id: snapshot.id,
      name: value.name,
      standard_hours: value.standardHours,
      urgent_hours: value.urgentHours,
      stale_days: value.staleDays,
      question: value.question,
      questions: value.questions,
      team_values: JSON.stringify(
        Object.entries(value.values)
          .filter(([, item]) => !item.archived && item.text !== '')
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, item]) => item.text),
      ),
      retention_check_ins: value.retentionCheckIns,
      retention_feedback: value.retentionFeedback,
      retention_comments: value.retentionComments,
    },
  ],
});

export const personRows = (snapshot: RecordSnapshot, value: PersonRecord, personId: string): KindRows => ({
  people: [
    {
      record_id: snapshot.id,
      person_id: personId,
      name: value.name,
      title: value.title,
      place: value.place,
      time_zone: value.timeZone,
      hours: JSON.stringify([
        value.hours0,
        value.hours1,
        value.hours2,
        value.hours3,
        value.hours4,
        value.hours5,
        value.hours6,
      ]),
      standard_hours: value.standardHours,
      urgent_hours: value.urgentHours,
      how_to_work_with_me: value.howToWorkWithMe,
      holidays: value.holidays,
    },
  ],
});

export const cycleRows = (snapshot: RecordSnapshot, value: CycleRecord): KindRows => ({
  cycles: [{ record_id: snapshot.id, title: value.title, start: value.start, end: value.end, state: value.state }],
});

export const pulseRows = (snapshot: RecordSnapshot, value: PulseRecord): KindRows => ({
  pulses: [{ record_id: snapshot.id, week: value.week, value: value.value }],
});
