import type { PersonView } from '#shared/protocol/index.ts';

/** Noon-ish of the design's Wednesday: 13 May 2026, 09:12 in Karachi. */
export const fakeNow = Date.parse('2026-05-13T04:12:00Z');

export const fakeId = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]/gu, '_')
    .padEnd(43, '0')
    .slice(0, 43);

const week = (hours: string): PersonView['workingHours'] => [hours, hours, hours, hours, hours, null, null];

const person = (
  name: string,
  title: string,
  place: string,
  timeZone: string,
  hours: string,
  more: Partial<PersonView> = {},
): PersonView => ({
  id: fakeId(name),
  name,
  title,
  place,
  timeZone,
  workingHours: week(hours),
  daysOff: [],
  holidays: '',
  standardHours: 24,
  urgentHours: 4,
  howToWorkWithMe: '',
  role: 'member',
  managerId: null,
  state: 'member',
  me: false,
  recordId: fakeId(`page of ${name}`),
  heads: [],
  conflicts: [],
  ...more,
});

const ana = fakeId('Ana Moreira');

export const fakePeople: readonly PersonView[] = [
  person('Samira Qureshi', 'Product designer', 'Karachi', 'Asia/Karachi', '09:00-18:00', {
    me: true,
    managerId: ana,
    role: 'admin',
  }),
  person('Ana Moreira', 'Engineering manager', 'Lisbon', 'Europe/Lisbon', '09:00-18:00', {
    role: 'owner',
    howToWorkWithMe: 'Write first, call if it is stuck. I read in one go after lunch.',
  }),
  person('Haruto Ishikawa', 'Platform engineer', 'Tokyo', 'Asia/Tokyo', '10:00-19:00', { managerId: ana }),
  person('Rafael Nogueira', 'Frontend engineer', 'São Paulo', 'America/Sao_Paulo', '10:00-19:00', { managerId: ana }),
  person('Aroha Ngata', 'Content lead', 'Auckland', 'Pacific/Auckland', '08:30-17:00', { urgentHours: 8 }),
  person('Wanjiru Kamau', 'Support lead', 'Nairobi', 'Africa/Nairobi', '08:00-17:00'),
  person('Bilal Ahmed', 'Data engineer', 'Karachi', 'Asia/Karachi', '09:00-18:00', { managerId: ana }),
  person('Yui Nakamura', 'Researcher', 'Tokyo', 'Asia/Tokyo', '10:00-19:00'),
  person('Claire Tremblay', 'Head of product', 'Toronto', 'America/Toronto', '09:00-17:00'),
];
