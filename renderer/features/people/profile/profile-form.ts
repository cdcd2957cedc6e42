import type { Person } from '#renderer/state/index.ts';

/** The fields of a profile that its owner writes. */
export type ProfileFields = Pick<
  Person,
  | 'name'
  | 'title'
  | 'place'
  | 'timeZone'
  | 'workingHours'
  | 'holidays'
  | 'standardHours'
  | 'urgentHours'
  | 'howToWorkWithMe'
>;

/** A profile that is being written. */
export interface ProfileForm {
  /** What the fields say in the form. */
  readonly fields: ProfileFields;
  /** What they said on the record when the form last took them over. */
  readonly seen: ProfileFields;
  /** The heads at which that was seen: the edit is applied there. */
  readonly heads: readonly string[];
}

const fieldsOf = (me: Person): ProfileFields => ({
  name: me.name,
  title: me.title,
  place: me.place,
  timeZone: me.timeZone,
  workingHours: me.workingHours,
  holidays: me.holidays,
  standardHours: me.standardHours,
  urgentHours: me.urgentHours,
  howToWorkWithMe: me.howToWorkWithMe,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields of the form that differ from those of another. */
const differing = (fields: ProfileFields, from: ProfileFields): Partial<ProfileFields> =>
  Object.fromEntries(Object.entries(fields).filter(([key, value]) => !same(from[key as keyof ProfileFields], value)));

/** Only what was changed: an edit of one field must not overwrite what another device said about the others. */
export const changesOf = (form: ProfileForm): Partial<ProfileFields> => differing(form.fields, form.seen);

/** A form that says what the record says. */
export const profileForm = (me: Person): ProfileForm => ({
  fields: fieldsOf(me),
  seen: fieldsOf(me),
  heads: me.heads,
});

/**
 * The form once the record has changed: what nobody touched here says what the record says now, a conflict's settled
 * value for one, and what was typed stays. Was a typed field itself written elsewhere, the edit stays at the heads
 * that its author had seen, so that both values stand side by side. The same form where nothing differs.
 */
export const followed = (form: ProfileForm, me: Person): ProfileForm => {
  const now = fieldsOf(me);
  const typed = Object.entries(changesOf(form)).filter(([key, value]) => !same(now[key as keyof ProfileFields], value));
  const kept = Object.fromEntries(typed) as Partial<ProfileFields>;
  const before = Object.fromEntries(typed.map(([key]) => [key, form.seen[key as keyof ProfileFields]]));
  const overtaken = typed.some(
    ([key]) => !same(form.seen[key as keyof ProfileFields], now[key as keyof ProfileFields]),
  );
  const next = { fields: { ...now, ...kept }, seen: { ...now, ...before }, heads: overtaken ? form.heads : me.heads };
  return same(next, form) ? form : next;
};
