import { requestClock } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { statedNow, useTime } from '#renderer/ui/index.ts';

/** When a request to somebody would run out, in my time and in theirs: counted in their own working hours. */
export const useWaits = (): ((person: Person, urgent: boolean) => string) => {
  const { t } = useText();
  const { now, zone, clock, dayName } = useTime();
  return (person, urgent) => {
    const name = person.name.split(/\s+/u)[0] ?? person.name;
    const norm = requestClock({ since: now, urgent, recipient: person, now });
    if (norm === null) return t('checkIn.blocked.noHours', { name });
    const at = (time: number, where: string): string =>
      dayName(time) === t('ui.time.today')
        ? clock(time, where)
        : t('ui.time.dayAt', { day: dayName(time), time: clock(time, where) });
    const place = person.place === '' ? person.timeZone : person.place;
    const runsOut =
      person.timeZone === zone
        ? t('checkIn.blocked.runsOutSame', { time: at(norm.dueAt, zone), name })
        : t('checkIn.blocked.runsOut', {
            here: at(norm.dueAt, zone),
            there: clock(norm.dueAt, person.timeZone),
            place,
            name,
          });
    const stated = statedNow(person, now);
    const hours =
      stated === null
        ? ''
        : t(stated.atWork ? 'checkIn.blocked.until' : 'checkIn.blocked.from', {
            place,
            now: clock(now, person.timeZone),
            time: clock(stated.at, person.timeZone),
          });
    return `${runsOut} ${hours}`.trim();
  };
};
