import { addWeeks } from '#shared/domain/index.ts';
import { skip, useQuery } from '#renderer/state/index.ts';
import { isTouched, readForm } from './form.ts';
import type { CheckInDraft } from './submission.ts';

/**
 * The week before, if its check-in was begun on this device and never sent: the form follows the calendar, what was typed
 * on Sunday does not. Null where there is none.
 *
 * @param writing the week that is being written: it stays, whatever is taken out of it
 */
export const useLeftCheckIn = (week: string | undefined, writing: string | null): CheckInDraft | null => {
  const before = week === undefined ? null : addWeeks(week, -1);
  const kept = useQuery('draft', before === null ? skip : { key: `check-in/${before}` }).data?.value ?? '';
  const form = readForm(kept);
  const wanted = before === writing || Object.keys(form.choices).length > 0 || isTouched(form, []);
  const draft = useQuery('checkInDraft', before === null || !wanted ? skip : { week: before }).data;
  return wanted && draft !== undefined && draft.submitted === null ? draft : null;
};
