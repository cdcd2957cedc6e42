import type { SampleKeyResult } from './goals.ts';

/** The two quarters before, closed with scores. */
export const pastObjectives: readonly (readonly {
  readonly title: string;
  readonly owner: string;
  readonly score: number;
  readonly reflection: string;
  readonly keyResults: readonly SampleKeyResult[];
}[])[] = [
  [
    {
      title: 'The editor feels like paper',
      owner: 'claire',
      score: 0.7,
      reflection: 'Typing is instant now. We left tables out and nobody missed them.',
      keyResults: [
        {
          title: 'Keystroke delay, p95',
          owner: 'rafael',
          type: 'number',
          unit: 'ms',
          start: 70,
          target: 16,
          done: 0.8,
          projected: 0.9,
          confidence: 'on-track',
        },
        {
          title: 'Editor accessible by keyboard',
          owner: 'me',
          type: 'number',
          unit: 'of 5 areas',
          start: 0,
          target: 5,
          done: 0.6,
          projected: 0.8,
          confidence: 'on-track',
        },
      ],
    },
    {
      title: 'Support answers once',
      owner: 'wanjiru',
      score: 0.4,
      reflection: 'We answered faster, not better. The next goal should count second questions.',
      keyResults: [
        {
          title: 'Second questions a ticket',
          owner: 'wanjiru',
          type: 'number',
          start: 1.9,
          target: 0.8,
          done: 0.4,
          projected: 0.5,
          confidence: 'at-risk',
        },
      ],
    },
    {
      title: 'We know who our writers are',
      owner: 'noor',
      score: 1,
      reflection: 'Six portraits, each with a name from a real call. They are quoted in every review since.',
      keyResults: [
        {
          title: 'Portraits written',
          owner: 'noor',
          type: 'milestone',
          start: 0,
          target: 6,
          done: 1,
          projected: 1,
          confidence: 'on-track',
        },
        {
          title: 'Research notes open to everybody',
          owner: 'noor',
          type: 'boolean',
          start: 0,
          target: 1,
          done: 1,
          projected: 1,
          confidence: 'on-track',
        },
      ],
    },
  ],
  [
    {
      title: 'One way to sign in',
      owner: 'ana',
      score: 0.9,
      reflection:
        'Three flows became one. The migration took a week less than planned because it was written down first.',
      keyResults: [
        {
          title: 'Sign-in failures',
          owner: 'bilal',
          type: 'percent',
          unit: '%',
          start: 6,
          target: 1,
          done: 0.92,
          projected: 1,
          confidence: 'on-track',
        },
      ],
    },
    {
      title: 'Know what people read',
      owner: 'yui',
      score: 0.6,
      reflection: 'The numbers are right and nobody looks at them yet.',
      keyResults: [
        {
          title: 'Pages with a reading count',
          owner: 'yui',
          type: 'percent',
          unit: '%',
          start: 0,
          target: 90,
          done: 0.66,
          projected: 0.7,
          confidence: 'at-risk',
        },
      ],
    },
    {
      title: 'Schools find a price that fits',
      owner: 'kiri',
      score: 0.5,
      reflection: 'Three schools came, two more waited for an invoice. We set the price well and the payment badly.',
      keyResults: [
        {
          title: 'Income from schools',
          owner: 'kiri',
          type: 'currency',
          unit: 'EUR',
          start: 0,
          target: 9_000,
          done: 0.55,
          projected: 0.6,
          confidence: 'at-risk',
        },
        {
          title: 'Refunds below two in a hundred',
          owner: 'wanjiru',
          type: 'threshold',
          unit: '%',
          start: 3.1,
          target: 2,
          direction: 'at-most',
          done: 1.1,
          projected: 1,
          confidence: 'on-track',
        },
      ],
    },
  ],
];
