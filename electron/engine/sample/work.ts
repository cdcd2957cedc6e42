import { addDays, addWeeks, dayOf, daysOfWeek, weekOf } from '#shared/domain/index.ts';
import type { Happening } from './story.ts';

/** One task or milestone of the sample team; weeks are counted from the present one. */
export interface SampleTask {
  readonly by: string;
  readonly title: string;
  readonly milestone?: boolean;
  /** Title of the key result that it belongs to. */
  readonly keyResult?: { readonly title: string };
  /** Weeks from the present one in which it was planned, oldest first. */
  readonly weeks?: readonly number[];
  readonly done?: boolean;
  readonly dropped?: boolean;
  /** Days from today. */
  readonly due?: number;
  readonly deliverable?: string;
  readonly doneMeans?: string;
  readonly acceptedBy?: string;
}

const firstRun = { title: 'First-run completion' };
const latency = { title: 'Publish latency, p95' };
const interviews = { title: 'Interviews with teams that left' };
const pictures = { title: 'Empty states with a picture and an example' };
const languages = { title: 'Onboarding in two languages' };

/** Two months of work in the week tracker, and the milestones of the cycle. */
export const tasks: readonly SampleTask[] = [
  { by: 'me', title: 'Sketch three shorter sign-up forms', weeks: [-3], done: true, keyResult: firstRun },
  { by: 'me', title: 'Test the shorter form with five people', weeks: [-2], done: true, keyResult: firstRun },
  { by: 'me', title: 'Colours for the empty editor', weeks: [-2], dropped: true },
  {
    by: 'me',
    title: 'Ship the shorter sign-up form to all new teams',
    weeks: [-1, 0],
    due: 2,
    keyResult: firstRun,
    deliverable: 'The short form, on for every new team',
    doneMeans: 'A new team signs up in one step, on a phone too. Support has read the note about it.',
    acceptedBy: 'ana',
  },
  { by: 'me', title: 'Write the guide on inviting a team', weeks: [-2, -1, 0], due: -1 },
  { by: 'me', title: 'Agree error states for token refresh', weeks: [0], due: 1, acceptedBy: 'haruto' },
  { by: 'me', title: 'Notes of the five-person test', weeks: [0], done: true, acceptedBy: 'ana' },
  { by: 'me', title: 'Clean up old icons' },
  { by: 'haruto', title: 'Cache rendered pages', weeks: [-2, -1], done: true, keyResult: latency },
  { by: 'haruto', title: 'Measure from the edge', weeks: [-1], done: true, keyResult: latency },
  { by: 'haruto', title: 'Staging keys for the token refresh service', weeks: [-1, 0], due: 3 },
  { by: 'rafael', title: 'Move templates into the first request', weeks: [-2, -1, 0], due: 4 },
  { by: 'rafael', title: 'Keyboard paths for tables', weeks: [-1], done: true, acceptedBy: 'me' },
  { by: 'aroha', title: 'Guide: a week without meetings', weeks: [-1], done: true },
  { by: 'aroha', title: 'Two guides in review', weeks: [0], due: 3 },
  { by: 'bilal', title: 'Idempotent publish', weeks: [-1, 0], due: 2 },
  {
    by: 'noor',
    title: 'Guide for the exit interview',
    weeks: [-2],
    done: true,
    keyResult: interviews,
    acceptedBy: 'me',
  },
  { by: 'noor', title: 'Four sessions in the empty editor', weeks: [-1], done: true },
  { by: 'noor', title: 'Write up why teams leave', weeks: [-2, -1, 0], due: 1, keyResult: interviews },
  { by: 'lucas', title: 'Empty states: sketches', weeks: [-1], done: true, acceptedBy: 'me' },
  { by: 'lucas', title: 'Contrast of code blocks', weeks: [-3, -2, -1, 0], due: -1, keyResult: pictures },
  { by: 'lucas', title: 'Empty states: final', weeks: [0], due: 5 },
  { by: 'kiri', title: 'Renewal letters', weeks: [-1], done: true },
  { by: 'kiri', title: 'Invoice in their own money', weeks: [-2, -1, 0], due: 3 },
  { by: 'yui', title: 'Numbers for the schools', weeks: [-1], done: true },
  { by: 'yui', title: 'Count of second questions', weeks: [-1, 0], due: 4 },
  { by: 'ana', title: 'Budget of the second replica', weeks: [-2, -1, 0], due: 0 },
  { by: 'rafael', title: 'Ship the accessibility fixes', weeks: [0], done: true },
  { by: 'claire', title: 'Letter to the teams that stayed', weeks: [-1], dropped: true },
  {
    by: 'wanjiru',
    title: 'Swahili onboarding in the hands of two teams',
    milestone: true,
    due: -6,
    done: true,
    keyResult: languages,
    deliverable: 'Onboarding in Swahili, tried by two teams',
  },
  { by: 'aroha', title: 'Urdu onboarding published', milestone: true, due: 24, keyResult: languages },
  { by: 'me', title: 'New first run for everybody', milestone: true, due: 12, acceptedBy: 'claire' },
  { by: 'haruto', title: 'Decision on a second replica', milestone: true, due: -2 },
  {
    by: 'lucas',
    title: 'Pictures for the three lists',
    milestone: true,
    due: -16,
    done: true,
    keyResult: pictures,
    deliverable: 'Goals, work and people each have a picture and an example',
    acceptedBy: 'me',
  },
  { by: 'kiri', title: 'Prices in four currencies', milestone: true, due: 30, acceptedBy: 'claire' },
];

/** Days off, counted from today. */
export const leaves: readonly {
  readonly by: string;
  readonly from: number;
  readonly to: number;
  readonly note: string;
}[] = [
  { by: 'rafael', from: 5, to: 9, note: 'Back on Monday' },
  { by: 'wanjiru', from: 16, to: 16, note: 'Public holiday' },
];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Tells the work of the last weeks: planned on Mondays, carried on the next, finished on Thursdays. Milestones begin once
 * the goals that they move are there, at `goalsAt`.
 */
export const tellWork = (
  now: number,
  goalsAt: number,
  put: (at: number, happens: Happening['happens']) => void,
): void => {
  const thisWeek = weekOf(now, 'Asia/Karachi');
  const today = dayOf(now, 'Asia/Karachi');
  const monday = (weeks: number): number => Date.parse(`${daysOfWeek(addWeeks(thisWeek, weeks)).start}T05:00:00Z`);
  for (const task of tasks) {
    const [first = 0, ...more] = task.weeks ?? [];
    const due = task.due === undefined ? null : addDays(today, task.due);
    const begun = task.milestone === true ? Math.max(now - 40 * dayMs, goalsAt) : monday(first);
    let id = '';
    put(begun, (stage) => {
      id = stage.task(task.by, task, due, task.weeks === undefined ? null : addWeeks(thisWeek, first));
    });
    for (const weeks of more) put(monday(weeks), (stage) => stage.taskMoved(task.by, id, addWeeks(thisWeek, weeks)));
    const last = more.at(-1) ?? first;
    const ended = task.milestone === true ? now + (task.due ?? 0) * dayMs : monday(last) + 3 * dayMs + 6 * hourMs;
    if (task.done === true) put(ended, (stage) => stage.taskEnded(task.by, id, 'done'));
    if (task.dropped === true) put(ended, (stage) => stage.taskEnded(task.by, id, 'dropped'));
    const { acceptedBy } = task;
    if (task.done === true && acceptedBy === 'me') put(ended + dayMs, (stage) => stage.taskAccepted(acceptedBy, id));
  }
  for (const { by, from, to, note } of leaves)
    put(now - 3 * dayMs, (stage) => stage.leave(by, addDays(today, from), addDays(today, to), note));
};
