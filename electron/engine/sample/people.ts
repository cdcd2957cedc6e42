/** One person of the sample team, as they would have filled in their page. */
export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
  readonly hours: string;
  readonly managerKey: string | null;
  readonly role: 'owner' | 'admin' | 'member';
  /** Whose public holidays are theirs. */
  readonly holidays: string;
  readonly howToWorkWithMe: string;
}

const nineToSix = '09:00-18:00';

/** The first founds the team; `me` is whose eyes one sees it with. */
export const people: readonly SamplePerson[] = [
  {
    key: 'claire',
    name: 'Claire Tremblay',
    title: 'Head of product',
    place: 'Toronto',
    timeZone: 'America/Toronto',
    holidays: 'CA-ON',
    hours: '09:00-17:00',
    managerKey: null,
    role: 'owner',
    howToWorkWithMe: 'Give me the decision you want first, then the reasons. I answer in the afternoon.',
  },
  {
    key: 'ana',
    name: 'Ana Moreira',
    title: 'Engineering manager',
    place: 'Lisbon',
    timeZone: 'Europe/Lisbon',
    holidays: 'PT',
    hours: nineToSix,
    managerKey: 'claire',
    role: 'admin',
    howToWorkWithMe: 'Write first, call if it is stuck. I read in one go after lunch.',
  },
  {
    key: 'me',
    name: 'Samira Qureshi',
    title: 'Product designer',
    place: 'Karachi',
    timeZone: 'Asia/Karachi',
    holidays: 'PK',
    hours: nineToSix,
    managerKey: 'ana',
    role: 'member',
    howToWorkWithMe: 'Show me the rough version. I would rather see three sketches than one polished screen.',
  },
  {
    key: 'haruto',
    name: 'Haruto Ishikawa',
    title: 'Platform engineer',
    place: 'Tokyo',
    timeZone: 'Asia/Tokyo',
    holidays: 'JP',
    hours: '10:00-19:00',
    managerKey: 'ana',
    role: 'member',
    howToWorkWithMe: 'Mornings are for code. Put the question in writing and I will answer before I stop.',
  },
  {
    key: 'rafael',
    name: 'Rafael Nogueira',
    title: 'Frontend engineer',
    place: 'São Paulo',
    timeZone: 'America/Sao_Paulo',
    holidays: 'BR',
    hours: nineToSix,
    managerKey: 'ana',
    role: 'member',
    howToWorkWithMe: 'Small pull requests, please. I review twice a day.',
  },
  {
    key: 'aroha',
    name: 'Aroha Ngata',
    title: 'Content lead',
    place: 'Auckland',
    timeZone: 'Pacific/Auckland',
    holidays: 'NZ',
    hours: '08:30-17:00',
    managerKey: 'claire',
    role: 'member',
    howToWorkWithMe: 'Ask me before you name anything.',
  },
  {
    key: 'wanjiru',
    name: 'Wanjiru Kamau',
    title: 'Support lead',
    place: 'Nairobi',
    timeZone: 'Africa/Nairobi',
    holidays: 'KE',
    hours: '08:00-17:00',
    managerKey: 'claire',
    role: 'member',
    howToWorkWithMe: 'I collect what customers say every Thursday. Tell me by Wednesday what you want to know.',
  },
  {
    key: 'bilal',
    name: 'Bilal Ahmed',
    title: 'Backend engineer',
    place: 'Karachi',
    timeZone: 'Asia/Karachi',
    holidays: 'PK',
    hours: '11:00-20:00',
    managerKey: 'ana',
    role: 'member',
    howToWorkWithMe: 'I start late and stay late. Numbers convince me.',
  },
  {
    key: 'yui',
    name: 'Yui Tanaka',
    title: 'Data analyst',
    place: 'Tokyo',
    timeZone: 'Asia/Tokyo',
    holidays: 'JP',
    hours: '09:30-18:30',
    managerKey: 'claire',
    role: 'member',
    howToWorkWithMe: 'Say which question the number should answer, and by when.',
  },
  {
    key: 'noor',
    name: 'Noor Siddiqui',
    title: 'UX writer',
    place: 'Karachi',
    timeZone: 'Asia/Karachi',
    holidays: 'PK',
    hours: '10:00-18:00',
    managerKey: 'me',
    role: 'member',
    howToWorkWithMe: 'Send me the sentence you have, however bad. I cannot edit an empty box.',
  },
  {
    key: 'lucas',
    name: 'Lucas Prado',
    title: 'Visual designer',
    place: 'São Paulo',
    timeZone: 'America/Sao_Paulo',
    holidays: 'BR',
    hours: nineToSix,
    managerKey: 'me',
    role: 'member',
    howToWorkWithMe: 'Tell me what it has to do before you tell me how it should look.',
  },
  {
    key: 'kiri',
    name: 'Kiri Walker',
    title: 'Customer success',
    place: 'Auckland',
    timeZone: 'Pacific/Auckland',
    holidays: 'NZ',
    hours: '08:00-16:30',
    managerKey: 'claire',
    role: 'member',
    howToWorkWithMe: 'I talk to customers in the morning and write it up after lunch. Ask me then.',
  },
];

export const teamName = 'Kestrel';
export const teamValues = ['Write it down', 'Finish what we start', 'Ask the person who uses it'];
/** What the weeks told so far were asked. */
export const question = 'What should we stop doing?';
/** What the team's check-ins ask, a week each in turn. */
export const questions = [
  question,
  'What did you learn that others should know?',
  'Whose help made a difference, and how?',
  'What would you try with one free day?',
] as const;
