import type { CheckInRecord } from '../../../schema/index.ts';
import type { KindPolicy, Situation } from '../types.ts';
import { named } from '../who.ts';

const its = named(0, 'A check-in is written by the person whose week it is.');

const keyPart = (here: Situation<CheckInRecord>, part: number): string | undefined =>
  here.key.form === 'natural' ? here.key.parts[part] : undefined;

/** Check-ins, schema 1: a person's own week, named by the record's key. */
export const checkInPolicy: KindPolicy<CheckInRecord> = {
  create: its,
  rules: [
    {
      path: 'personId',
      who: its,
      once: true,
      value: (value, here) => (value === keyPart(here, 0) ? null : 'The check-in names another person than its key.'),
    },
    {
      path: 'week',
      who: its,
      once: true,
      value: (value, here) => (value === keyPart(here, 1) ? null : 'The check-in names another week than its key.'),
    },
    { path: '*', who: its },
  ],
};
