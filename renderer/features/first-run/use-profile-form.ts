import { useState } from 'react';
import type { WorkingHours } from '#shared/protocol/index.ts';

const nineToFive = '09:00-17:00';

/** Monday to Friday, nine to five: a start that everybody changes in two clicks. */
const usual: WorkingHours = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null, null];

/** What Meridian asks of a person on the first day; the same when creating and when joining. */
export interface ProfileForm {
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
}

/** "Asia/Karachi" is in Karachi. */
const cityOf = (zone: string): string =>
  zone.includes('/') ? (zone.split('/').at(-1) ?? '').replaceAll('_', ' ') : '';

/** The form with the machine's own zone filled in; the place follows the zone until it is edited. */
export const useProfileForm = () => {
  const [form, setForm] = useState<ProfileForm>(() => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return { name: '', title: '', place: cityOf(timeZone), timeZone, workingHours: usual };
  });
  const set = (change: Partial<ProfileForm>): void => {
    setForm((now) => {
      const follows = change.timeZone !== undefined && now.place === cityOf(now.timeZone);
      return { ...now, ...change, ...(follows ? { place: cityOf(change.timeZone) } : {}) };
    });
  };
  return { form, set };
};
