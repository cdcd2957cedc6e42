/** What somebody writes in a weekly check-in. Index 0 is the oldest of the weeks told. */
export interface SampleWeek {
  readonly done: readonly string[];
  readonly plans: readonly string[];
  readonly answer: string;
}

const plain = (done: readonly string[], plans: readonly string[], answer: string): SampleWeek => ({
  done,
  plans,
  answer,
});

/** The last three weeks of each person, before the present one. */
export const weeks: Readonly<Record<string, readonly SampleWeek[]>> = {
  me: [
    plain(
      ['Sketch three shorter sign-up forms'],
      ['Test the shorter form with five people', 'Write the guide on inviting a team'],
      'Meetings to prepare meetings.',
    ),
    plain(
      ['Test the shorter form with five people'],
      [
        'Ship the shorter sign-up form to all new teams',
        'Write the guide on inviting a team',
        'Agree error states for token refresh',
      ],
      'Choosing colours before words.',
    ),
    plain(
      ['Notes of the five-person test'],
      [
        'Ship the shorter sign-up form to all new teams',
        'Watch five first-time writers in the empty editor',
        'Agree error states for token refresh',
        'Write the guide on inviting a team',
      ],
      'Two design reviews for the same screen. One, in writing, is enough.',
    ),
  ],
  haruto: [
    plain(
      ['Profile the write path'],
      ['Cache rendered pages', 'Write down the options for a second replica'],
      'Paging two people for one alarm.',
    ),
    plain(
      ['Write down the options for a second replica'],
      ['Cache rendered pages', 'Measure from the edge'],
      'Nothing this week.',
    ),
    plain(
      ['Cache rendered pages', 'Measure from the edge'],
      ['Staging keys for the token refresh service', 'Second replica in one region'],
      'Deploying on Fridays.',
    ),
  ],
  rafael: [
    plain(['Audit the editor with a screen reader'], ['Move templates into the first request'], 'Arguing about tabs.'),
    plain(
      ['List of what blocks keyboard users'],
      ['Move templates into the first request', 'Keyboard paths for tables'],
      'Reviews of more than 400 lines.',
    ),
    plain(
      ['Keyboard paths for tables'],
      ['Move templates into the first request', 'Ship the accessibility fixes'],
      'Guessing what support already knows.',
    ),
  ],
  aroha: [
    plain(['Two guides out'], ['Guide: writing a decision', 'Plan translations'], 'Translating drafts.'),
    plain(
      ['Guide: writing a decision'],
      ['Guide: a week without meetings', 'Ask Wanjiru for the ten top questions'],
      'Naming things twice.',
    ),
    plain(['Guide: a week without meetings'], ['Two guides in review', 'Words for the error states'], 'Long titles.'),
  ],
  wanjiru: [
    plain(['Sort a month of tickets'], ['List the ten top questions'], 'Answering in chat.'),
    plain(
      ['List the ten top questions'],
      ['Help Aroha with the guides', 'Swahili onboarding: first draft'],
      'Closing tickets to keep the count low.',
    ),
    plain(
      ['Swahili onboarding: first draft'],
      ['Swahili onboarding: test with two teams'],
      'Apologising before understanding.',
    ),
  ],
  bilal: [
    plain(['Find out why publishes fail'], ['Fix the failure counter'], 'Counting retries as successes.'),
    plain(
      ['Fix the failure counter'],
      ['Idempotent publish', 'Alarm on real failures'],
      'Adding dashboards nobody opens.',
    ),
    plain(['Alarm on real failures'], ['Idempotent publish'], 'Fixing the symptom.'),
  ],
  noor: [
    plain(['Words for the sign-up form'], ['Error texts: first half', 'One page on tone'], 'Writing labels last.'),
    plain(['Error texts: first half'], ['Error texts: second half', 'One page on tone'], 'Exclamation marks.'),
    plain(['One page on tone'], ['Error texts: second half', 'Read five support answers aloud'], 'Passive voice.'),
  ],
  lucas: [
    plain(['Colours of the editor'], ['Contrast of code blocks', 'Icons for the templates'], 'Pixel meetings.'),
    plain(['Icons for the templates'], ['Contrast of code blocks', 'Empty states: sketches'], 'Redrawing icons.'),
    plain(['Empty states: sketches'], ['Contrast of code blocks', 'Empty states: final'], 'Three shades of grey.'),
  ],
  kiri: [
    plain(['Call ten quiet teams'], ['Write up what quiet teams say'], 'Calls without notes.'),
    plain(['Write up what quiet teams say'], ['Two guides with Aroha', 'Ask about imports'], 'Long surveys.'),
    plain(['Two guides with Aroha'], ['Ask about imports', 'Call five new teams'], 'Asking twice.'),
  ],
  ana: [
    plain(['Staffing for the quarter'], ['Budget of the second replica'], 'Status in calls.'),
    plain(['Interview two backend engineers'], ['Budget of the second replica', 'Half-year review: dates'], 'Nothing.'),
    plain(['Half-year review: dates'], ['Budget of the second replica'], 'Asking three people the same question.'),
  ],
  yui: [
    plain(['First-run funnel by country'], ['Reading time per guide'], 'Charts with two axes.'),
    plain(['Reading time per guide'], ['Count of second questions', 'Numbers for the schools'], 'Weekly slides.'),
    plain(['Numbers for the schools'], ['Count of second questions'], 'Numbers nobody asked for.'),
  ],
};

/** What one of the reader's own people waits for, without hurry. */
export const quietBlocker = 'Which contrast do code blocks have to reach: the text, or each colour of the syntax?';

/** What Haruto waits for this week: it lands in the reader's Today with the urgent norm running. */
export const openBlocker = 'Which error states do we ship for token refresh? I can start as soon as the list is final.';

/** What others have already sent for the present week. */
export const thisWeek: readonly {
  readonly by: string;
  readonly hoursAgo: number;
  readonly done: readonly string[];
  readonly carried: readonly string[];
  readonly plans: readonly string[];
  readonly answer: string;
  readonly blocker: { readonly text: string; readonly waitsFor: string; readonly urgent: boolean } | null;
}[] = [
  {
    by: 'rafael',
    hoursAgo: 20,
    done: ['Ship the accessibility fixes'],
    carried: ['Move templates into the first request'],
    plans: ['Move templates into the first request'],
    answer: 'Nothing that I noticed.',
    blocker: {
      text: 'May tables use other keys than lists? Two of them collide with the screen reader.',
      waitsFor: 'ana',
      urgent: false,
    },
  },
  {
    by: 'aroha',
    hoursAgo: 7,
    done: ['Two guides in review'],
    carried: ['Words for the error states'],
    plans: ['Words for the error states', 'Guide 8: inviting a team'],
    answer: 'Guides that nobody searches for.',
    blocker: null,
  },
  {
    by: 'wanjiru',
    hoursAgo: 5,
    done: ['Swahili onboarding: test with two teams'],
    carried: [],
    plans: ['Fold the test back into the texts', 'Ten top questions of the month'],
    answer: 'Writing the same answer by hand.',
    blocker: null,
  },
];

export const comments = [
  {
    objective: 'unaided',
    by: 'claire',
    text: 'One sign-up form, not two. Samira, can we drop the second step for teams that come with a link?',
  },
  {
    objective: 'api',
    by: 'ana',
    text: 'If the replica is the only way below 300, write the decision and I will find the budget.',
  },
  {
    objective: 'looks',
    by: 'noor',
    text: 'Nine of eleven people copied the example word for word. Is that what we want?',
  },
  {
    objective: 'paying',
    by: 'bilal',
    text: 'The bank can settle in shillings from next month. I will add it when prices are decided.',
  },
] as const;

export const feedback = [
  {
    by: 'ana',
    about: 'me',
    visibility: 'recipient',
    text: 'Your notes from the five sessions changed my mind about the empty editor. What I would add: say which of the problems you would fix first, and why.',
  },
  {
    by: 'me',
    about: 'rafael',
    visibility: 'recipient-and-manager',
    text: 'The accessibility audit was the clearest document of the quarter. I could turn it into designs without asking once.',
  },
  {
    by: 'haruto',
    about: 'me',
    visibility: 'recipient',
    text: 'When the error states come late I cannot start. A rough list early would help me more than a complete one on Friday.',
  },
  {
    by: 'me',
    about: 'lucas',
    visibility: 'recipient',
    text: 'The page on contrast saves every one of us time. For the next picture, send me the sketch before it has colour.',
  },
  {
    by: 'noor',
    about: 'me',
    visibility: 'recipient-and-manager',
    text: 'You sat in on four sessions without saying a word. People spoke more freely than with any of us asking.',
  },
] as const;

export interface SampleKudos {
  readonly by: string;
  readonly to: string;
  readonly value: string;
  readonly text: string;
}

/** The last that Lucas heard, long ago: his manager is told before it is too long. */
export const thanks: SampleKudos = {
  by: 'aroha',
  to: 'lucas',
  value: 'Write it down',
  text: 'The picture of the guide says what three paragraphs did not.',
};

export const kudos: readonly SampleKudos[] = [
  {
    by: 'wanjiru',
    to: 'me',
    value: 'Write it down',
    text: 'The five-person test notes saved support a week of guessing.',
  },
  {
    by: 'me',
    to: 'bilal',
    value: 'Finish what we start',
    text: 'You fixed the counter although it made your own number look worse.',
  },
  {
    by: 'claire',
    to: 'aroha',
    value: 'Ask the person who uses it',
    text: 'Every guide now starts with a question somebody really asked.',
  },
  {
    by: 'kiri',
    to: 'noor',
    value: 'Ask the person who uses it',
    text: 'The exit interview is two questions long now, and people answer it.',
  },
  {
    by: 'ana',
    to: 'haruto',
    value: 'Write it down',
    text: 'The page about the replica let Claire decide in one evening.',
  },
];
