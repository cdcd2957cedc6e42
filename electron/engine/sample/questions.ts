import type { Happening } from './story.ts';

/** A question of somebody in the sample team to somebody else. */
export interface SampleQuestion {
  readonly by: string;
  readonly to: string;
  readonly question: string;
  readonly text?: string;
  readonly urgent?: boolean;
  /** Everybody reads it; else the two of them. */
  readonly team?: boolean;
  readonly hoursAgo: number;
  readonly answer?: { readonly hoursAgo: number; readonly text: string };
  readonly handedOn?: { readonly to: string; readonly hoursAgo: number };
}

/** Questions in every state: open, urgent, out of time, answered and handed on. */
export const questions: readonly SampleQuestion[] = [
  {
    by: 'noor',
    to: 'me',
    question: 'Which of the two error texts do we keep for an expired link?',
    text: 'The short one says what happened. The long one says what to do next, in two sentences.',
    hoursAgo: 5,
  },
  {
    by: 'me',
    to: 'bilal',
    question: 'Does publishing twice still count as a failure?',
    text: 'The numbers of yesterday evening look like it.',
    urgent: true,
    hoursAgo: 1,
  },
  {
    by: 'me',
    to: 'ana',
    question: 'Who decides about the second step of the sign-up form?',
    hoursAgo: 9 * 24,
  },
  {
    by: 'yui',
    to: 'bilal',
    question: 'Since when does the failure counter leave out retries?',
    team: true,
    hoursAgo: 8 * 24,
  },
  {
    by: 'rafael',
    to: 'me',
    question: 'May the templates open without an example in them?',
    team: true,
    hoursAgo: 7 * 24,
    answer: { hoursAgo: 6 * 24, text: 'No. Five of five people stopped at the empty one.' },
  },
  {
    by: 'me',
    to: 'wanjiru',
    question: 'Which three questions do newcomers ask first?',
    hoursAgo: 5 * 24,
    answer: {
      hoursAgo: 4 * 24,
      text: 'How to invite somebody, where drafts are kept, and who can read a page.',
    },
  },
  {
    by: 'kiri',
    to: 'me',
    question: 'Who can show a school how to write its first guide?',
    team: true,
    hoursAgo: 4 * 24,
    handedOn: { to: 'aroha', hoursAgo: 3 * 24 },
  },
];

const hourMs = 3_600_000;

export const tellQuestions = (now: number, put: (at: number, happens: Happening['happens']) => void): void => {
  for (const asked of questions) {
    let id = '';
    const { answer, handedOn } = asked;
    put(now - asked.hoursAgo * hourMs, (stage) => void (id = stage.ask(asked)));
    if (answer !== undefined) put(now - answer.hoursAgo * hourMs, (stage) => stage.answered(asked.to, id, answer.text));
    if (handedOn !== undefined)
      put(now - handedOn.hoursAgo * hourMs, (stage) => stage.handedOn(asked.to, id, handedOn.to));
  }
};
