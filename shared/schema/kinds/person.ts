import { defineKind } from '../define.ts';
import { field, holds, text } from '../fields.ts';
import { personKey } from './natural-keys.ts';

const workday = '09:00-17:00';
const hours = (day: string, fallback: string | null) =>
  field<string | null>(`Hours on ${day}`, holds.maybe(holds.hours), fallback);

/** A person's own page: name, place, stated hours and how to work with them. Role and manager are membership. */
export const person = defineKind({
  kind: 'person',
  version: 1,
  spaces: ['team'],
  key: personKey,
  scalars: {
    name: field('Name', holds.line(120), ''),
    title: field('Title', holds.words(120), ''),
    place: field('Place', holds.words(120), ''),
    timeZone: field('Time zone', holds.timeZone, 'UTC'),
    hours0: hours('Monday', workday),
    hours1: hours('Tuesday', workday),
    hours2: hours('Wednesday', workday),
    hours3: hours('Thursday', workday),
    hours4: hours('Friday', workday),
    hours5: hours('Saturday', null),
    hours6: hours('Sunday', null),
    standardHours: field<number | null>('Standard response, hours', holds.maybe(holds.between(1, 336)), null),
    urgentHours: field<number | null>('Urgent response, hours', holds.maybe(holds.between(1, 72)), null),
    /** Whose public holidays are free days: a country, or a country's region, such as PT or DE-BY; empty for none. */
    holidays: field('Public holidays of', holds.words(16), ''),
  },
  texts: { howToWorkWithMe: text('How to work with me') },
  items: {},
  required: ['name', 'timeZone'],
  title: (value) => value.name,
  searchText: (value) => [value.title, value.place, value.howToWorkWithMe].join('\n'),
});
