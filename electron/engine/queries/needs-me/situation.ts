import { daysWithin, normClock, type Schedule } from '#shared/domain/index.ts';
import type { NeedsMe, PersonView } from '#shared/protocol/index.ts';
import type { QueryContext, TeamMember } from '../context.ts';
import type { PeopleReader } from '../person-view.ts';
import type { createRecordTitles } from '../record-titles.ts';

/** What every part of "needs me" is asked with. */
export interface Situation {
  readonly ctx: QueryContext;
  readonly me: PersonView;
  readonly member: TeamMember;
  readonly now: number;
  readonly people: PeopleReader;
  readonly named: ReturnType<typeof createRecordTitles>;
  /** Start of the norm: when a record reached this device, else the time its author claims. */
  readonly arrivedAt: (recordId: string, claimedAt: number) => number;
}

export const scheduleOf = (person: Pick<PersonView, 'workingHours' | 'timeZone' | 'daysOff'>): Schedule => ({
  hours: person.workingHours,
  timeZone: person.timeZone,
  daysOff: daysWithin(person.daysOff),
});

/** How much of my own response norm is left, in my working hours; null when I state none. */
export const normLeft = ({ me, now }: Situation, since: number, urgent: boolean): NeedsMe['norm'] => {
  const hours = urgent ? me.urgentHours : me.standardHours;
  const left = normClock({ since, hours, schedule: scheduleOf(me), now });
  return left === null ? null : { ...left, urgent };
};

/** How far back something asked of me is still worth asking, milliseconds. */
export const recentMs = 30 * 86_400_000;
