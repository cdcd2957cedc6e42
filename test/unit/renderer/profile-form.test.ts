import { describe, expect, it } from 'vitest';
import { changesOf, followed, profileForm } from '#renderer/features/people/profile/profile-form.ts';
import type { ProfileFields, ProfileForm } from '#renderer/features/people/profile/profile-form.ts';
import { fakePeople } from '#test/support/fake/people.ts';

const found = fakePeople[0];
if (found === undefined) throw new Error('The invented people are missing.');
const me = { ...found, place: 'Karachi', howToWorkWithMe: 'Write first.', heads: ['begun'] };
const typed = (form: ProfileForm, change: Partial<ProfileFields>): ProfileForm => ({
  ...form,
  fields: { ...form.fields, ...change },
});

describe('a profile that is being written while its record changes', () => {
  it('keeps what was typed and shows a settled value where nobody typed; only what was typed is sent', () => {
    const form = typed(profileForm(me), { howToWorkWithMe: 'Write first, then call.' });
    const settled = followed(form, { ...me, place: 'Lisbon', heads: ['settled'] });
    expect(settled.fields).toMatchObject({ place: 'Lisbon', howToWorkWithMe: 'Write first, then call.' });
    expect(changesOf(settled)).toEqual({ howToWorkWithMe: 'Write first, then call.' });
    expect(settled.heads).toEqual(['settled']);
  });

  it('sends a settled value that is changed again at the heads that settled it', () => {
    const settled = followed(profileForm(me), { ...me, place: 'Lisbon', heads: ['settled'] });
    const again = typed(settled, { place: 'Porto' });
    expect(changesOf(again)).toEqual({ place: 'Porto' });
    expect(again.heads).toEqual(['settled']);
  });

  it('stays at the heads that were seen where a typed field was written elsewhere too', () => {
    const form = typed(profileForm(me), { place: 'Porto' });
    const overtaken = followed(form, { ...me, place: 'Lisbon', title: 'Lead', heads: ['later'] });
    expect(overtaken.fields).toMatchObject({ place: 'Porto', title: 'Lead' });
    expect(changesOf(overtaken)).toEqual({ place: 'Porto' });
    expect(overtaken.heads).toEqual(['begun']);
    expect(followed(overtaken, { ...me, place: 'Lisbon', title: 'Head', heads: ['last'] }).heads).toEqual(['begun']);
  });

  it('has nothing to send once the record says what was typed, and settles at once', () => {
    const form = typed(profileForm(me), { place: 'Porto' });
    const saved = { ...me, place: 'Porto', heads: ['saved'] };
    const next = followed(form, saved);
    expect(changesOf(next)).toEqual({});
    expect(next.heads).toEqual(['saved']);
    expect(followed(next, saved)).toBe(next);
    expect(followed(form, me)).toBe(form);
  });
});
