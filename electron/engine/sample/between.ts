import { addDays, dayOf } from '#shared/domain/index.ts';
import type { Happening } from './story.ts';

/** A request for feedback; `goal` is the key of an objective of this quarter. */
export interface SampleAsk {
  readonly by: string;
  readonly asked: string;
  readonly about: string;
  readonly prompt: string;
  readonly goal?: string;
  readonly urgent?: boolean;
  /** Hours before the present. */
  readonly hoursAgo: number;
  /** Declined a day later, with this word. */
  readonly declined?: string;
}

export const asks: readonly SampleAsk[] = [
  {
    by: 'haruto',
    asked: 'me',
    about: 'haruto',
    prompt: 'The decision page about the replica: could you follow it without knowing databases? Where did you stop?',
    hoursAgo: 7,
  },
  {
    by: 'me',
    asked: 'rafael',
    about: 'me',
    prompt: 'My handover of the shorter form. What would have saved you a question?',
    goal: 'unaided',
    hoursAgo: 26,
  },
  {
    by: 'me',
    asked: 'claire',
    about: 'me',
    prompt: 'How I told the story of the empty editor in writing.',
    hoursAgo: 9 * 24,
    declined: 'I only read the last page of it. Ask Rafael, who watched it grow.',
  },
];

export interface SampleBadge {
  readonly by: string;
  /** Title of the milestone. */
  readonly milestone: string;
  readonly to: readonly string[];
  readonly title: string;
  readonly value: string;
  readonly words: string;
}

export const badges: readonly SampleBadge[] = [
  {
    by: 'claire',
    milestone: 'Swahili onboarding in the hands of two teams',
    to: ['wanjiru', 'aroha'],
    title: 'First steps in Swahili',
    value: 'Ask the person who uses it',
    words: 'Two teams started without one word from us. The second one found a mistake, and you thanked them for it.',
  },
];

export const notes: readonly { readonly about: string; readonly text: string; readonly daysAgo: number }[] = [
  {
    about: 'lucas',
    text: 'Third round on the same picture. The brief came after the sketch again: agree on one sentence first.',
    daysAgo: 11,
  },
  {
    about: 'lucas',
    text: 'The page on contrast was his own idea. Rafael linked it in two reviews since.',
    daysAgo: 4,
  },
  { about: 'noor', text: 'Stayed silent in four sessions and wrote down exact words. People trust her.', daysAgo: 6 },
];

export interface SampleAgendaItem {
  readonly by: string;
  readonly with: string;
  readonly text: string;
  readonly daysAgo: number;
  readonly goal?: string;
  readonly action?: { readonly owner: string; readonly due: number };
  /** Dealt with so many days ago: as a decision if it has words, else ticked off. */
  readonly settled?: { readonly daysAgo: number; readonly decision?: string };
}

export const agenda: readonly SampleAgendaItem[] = [
  { by: 'me', with: 'ana', text: 'Who answers for the guide on inviting a team?', daysAgo: 9 },
  { by: 'ana', with: 'me', text: 'What the next five tests should find out', daysAgo: 3, goal: 'unaided' },
  {
    by: 'ana',
    with: 'me',
    text: 'One brief before the next picture',
    daysAgo: 8,
    action: { owner: 'me', due: 2 },
  },
  {
    by: 'me',
    with: 'ana',
    text: 'Second step of the sign-up form',
    daysAgo: 15,
    settled: {
      daysAgo: 8,
      decision: 'Teams that come with a link skip the second step. We look at the numbers in a month.',
    },
  },
  { by: 'ana', with: 'me', text: 'Holiday cover for the error states', daysAgo: 15, settled: { daysAgo: 8 } },
  { by: 'noor', with: 'me', text: 'May I quote people by name in the write-up?', daysAgo: 2 },
];

export const meetings: readonly {
  readonly by: string;
  readonly with: string;
  readonly daysAgo: number;
  readonly notes: string;
}[] = [
  {
    by: 'ana',
    with: 'me',
    daysAgo: 8,
    notes: 'The short form is ready for everybody. Samira worries about the pictures: each takes three rounds.',
  },
  {
    by: 'me',
    with: 'ana',
    daysAgo: 15,
    notes: 'Five tests planned. Ana asks for the one problem to fix first, not for a list.',
  },
];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Tells what stands between two people: requests for feedback, badges, notes and the 1:1 in writing. */
export const tellBetween = (
  now: number,
  put: (at: number, happens: Happening['happens']) => void,
  goalId: (key: string) => string,
): void => {
  const today = dayOf(now, 'Asia/Karachi');
  for (const ask of asks) {
    let id = '';
    const at = now - ask.hoursAgo * hourMs;
    const { goal, declined } = ask;
    put(at, (stage) => void (id = stage.askFeedback(ask, goal === undefined ? null : goalId(goal))));
    if (declined !== undefined) put(at + dayMs, (stage) => stage.declineFeedback(ask.asked, id, declined));
  }
  for (const badge of badges) put(now - 5 * dayMs, (stage) => stage.badge(badge));
  for (const { about, text, daysAgo } of notes) put(now - daysAgo * dayMs, (stage) => stage.note('me', about, text));
  for (const item of agenda) {
    let id = '';
    const { goal, settled, action } = item;
    put(
      now - item.daysAgo * dayMs,
      (stage) =>
        void (id = stage.agendaItem(item, {
          sourceId: goal === undefined ? null : goalId(goal),
          due: action === undefined ? null : addDays(today, action.due),
        })),
    );
    if (settled !== undefined)
      put(now - settled.daysAgo * dayMs + hourMs, (stage) => stage.agendaSettled(item.by, id, settled.decision));
  }
  for (const one of meetings)
    put(now - one.daysAgo * dayMs, (stage) => stage.meeting(one.by, one.with, addDays(today, -one.daysAgo), one.notes));
};
