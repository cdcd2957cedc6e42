import type { KeyResultType } from '#shared/protocol/index.ts';

export interface SampleKeyResult {
  readonly title: string;
  readonly owner: string;
  readonly type: KeyResultType;
  readonly unit?: string;
  readonly start: number;
  readonly target: number;
  readonly direction?: 'at-least' | 'at-most';
  /** Share of the way that is done by today, and what its owner expects to reach, as a share too. */
  readonly done: number;
  readonly projected: number;
  readonly confidence: 'on-track' | 'at-risk' | 'off-track' | null;
  readonly note?: string;
  /** Days since the last update, where it is longer than a week. */
  readonly quietDays?: number;
}

export interface SampleObjective {
  readonly key: string;
  readonly parent: string | null;
  readonly title: string;
  readonly owner: string;
  readonly description: string;
  readonly keyResults: readonly SampleKeyResult[];
}

/** This quarter. */
export const objectives: readonly SampleObjective[] = [
  {
    key: 'top',
    parent: null,
    owner: 'claire',
    title: 'Teams start writing with ease',
    description:
      'A new team should have its first page out before anybody thinks of asking for help. Everything we do this quarter is measured against that.',
    keyResults: [],
  },
  {
    key: 'unaided',
    parent: 'top',
    owner: 'claire',
    title: 'New teams publish unaided',
    description:
      'We watched five teams start. Four stopped at the blank title field, and none of them found the guide. The editor has to carry them over the first ten minutes by itself.',
    keyResults: [
      {
        title: 'First-run completion',
        owner: 'me',
        type: 'percent',
        unit: '%',
        start: 41,
        target: 75,
        done: 0.65,
        projected: 1,
        confidence: 'on-track',
        note: 'The shorter form went to everyone on Monday. Most of the gain is on phones.',
      },
      {
        title: 'Median time to first page',
        owner: 'rafael',
        type: 'number',
        unit: 'min',
        start: 34,
        target: 12,
        done: 0.39,
        projected: 0.66,
        confidence: 'at-risk',
        note: 'Templates load late on slow connections. I am moving them into the first request.',
      },
      {
        title: 'Searches without a click',
        owner: 'me',
        type: 'percent',
        unit: '%',
        start: 34,
        target: 15,
        done: 0.26,
        projected: 0.6,
        confidence: 'at-risk',
        note: 'Half of the empty searches are the word “export”. Aroha has the list.',
        quietDays: 15,
      },
    ],
  },
  {
    key: 'api',
    parent: 'top',
    owner: 'ana',
    title: 'Nobody notices the API',
    description: 'An API that nobody talks about is one that works. Publishing must be fast, there and quiet.',
    keyResults: [
      {
        title: 'Publish latency, p95',
        owner: 'haruto',
        type: 'number',
        unit: 'ms',
        start: 480,
        target: 200,
        done: 0.39,
        projected: 0.64,
        confidence: 'at-risk',
        note: 'The cache change is out, but the write path waits on one database. Without a second replica I do not see us below 300.',
      },
      {
        title: 'Publishing available',
        owner: 'haruto',
        type: 'threshold',
        unit: '%',
        start: 99.7,
        target: 99.9,
        direction: 'at-least',
        done: 1.2,
        projected: 1.2,
        confidence: 'on-track',
      },
      {
        title: 'Failed publishes per 1,000',
        owner: 'bilal',
        type: 'number',
        start: 14,
        target: 3,
        done: 0.22,
        projected: 0.4,
        confidence: 'off-track',
        note: 'Retries hide the real count. I fixed the counter first, so the number went up before it goes down.',
      },
    ],
  },
  {
    key: 'guides',
    parent: 'top',
    owner: 'aroha',
    title: 'Our guides bring people in',
    description: 'People look for how to run a team in writing. We know how. We should be what they find.',
    keyResults: [
      {
        title: 'Guides published',
        owner: 'aroha',
        type: 'number',
        start: 0,
        target: 13,
        done: 0.54,
        projected: 1,
        confidence: 'on-track',
        note: 'Seven out, two in review. Writing in English first and translating on Fridays works.',
      },
      {
        title: 'Visits from search',
        owner: 'wanjiru',
        type: 'number',
        unit: 'a week',
        start: 1200,
        target: 4000,
        done: 0.4,
        projected: 0.85,
        confidence: 'on-track',
      },
      {
        title: 'Onboarding in two languages',
        owner: 'wanjiru',
        type: 'milestone',
        start: 0,
        target: 2,
        done: 0.5,
        projected: 1,
        confidence: null,
      },
    ],
  },
  {
    key: 'paying',
    parent: null,
    owner: 'kiri',
    title: 'Teams that stay pay for themselves',
    description:
      'Half of the teams that pay leave within four months, and most of them never told us why. We ask before they go, and we charge in the money they earn.',
    keyResults: [
      {
        title: 'Income from new teams',
        owner: 'kiri',
        type: 'currency',
        unit: 'EUR',
        start: 18_000,
        target: 31_000,
        done: 0.44,
        projected: 0.92,
        confidence: 'on-track',
        note: 'Two schools signed for the year. A third wants the invoice in its own money first.',
      },
      {
        title: 'Teams that leave in a month',
        owner: 'wanjiru',
        type: 'threshold',
        unit: '%',
        start: 6.2,
        target: 4,
        direction: 'at-most',
        done: 0.7,
        projected: 0.8,
        confidence: 'at-risk',
        note: 'The number is bad because one big team closed. Without it we are at 4.4.',
      },
      {
        title: 'Prices published in four currencies',
        owner: 'kiri',
        type: 'boolean',
        start: 0,
        target: 1,
        done: 0,
        projected: 1,
        confidence: 'on-track',
      },
      {
        title: 'Interviews with teams that left',
        owner: 'noor',
        type: 'number',
        start: 0,
        target: 12,
        done: 0.5,
        projected: 0.83,
        confidence: 'at-risk',
        note: 'People who left do not answer mail. Kiri now asks on the way out, and that works.',
      },
    ],
  },
  {
    key: 'looks',
    parent: 'unaided',
    owner: 'me',
    title: 'The first page explains itself',
    description: 'An empty editor says nothing. Pictures and examples should show what a good first page is.',
    keyResults: [
      {
        title: 'Empty states with a picture and an example',
        owner: 'lucas',
        type: 'milestone',
        start: 0,
        target: 6,
        done: 0.5,
        projected: 0.67,
        confidence: 'off-track',
        note: 'Each picture went through three rounds. With one brief written first it would have been one.',
      },
      {
        title: 'First-time writers who start within a minute',
        owner: 'noor',
        type: 'percent',
        unit: '%',
        start: 30,
        target: 80,
        done: 0.56,
        projected: 1,
        confidence: 'on-track',
        note: 'Eleven sessions so far. The example text does more than the picture.',
      },
    ],
  },
];
