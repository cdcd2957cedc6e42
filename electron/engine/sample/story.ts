import type { SampleKeyResult } from './goals.ts';
import { objectives } from './goals.ts';
import { pastObjectives } from './past-goals.ts';
import { people } from './people.ts';
import { tellQuestions, type SampleQuestion } from './questions.ts';
import {
  comments,
  feedback,
  kudos,
  openBlocker,
  thanks,
  quietBlocker,
  thisWeek as sentThisWeek,
  weeks,
} from './weeks.ts';
import {
  addDays,
  addWeeks,
  checkInDueAt,
  dayOf,
  daysBetween,
  daysOfWeek,
  quarterOf,
  weekOf,
  type Day,
} from '#shared/domain/index.ts';
import type { SampleKudos } from './weeks.ts';
import type { SamplePerson } from './people.ts';
import { tellBetween } from './between.ts';
import type { BetweenActs } from './between-acts.ts';
import { tellWork, type SampleTask } from './work.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What the story may do. Ids are filled in as records come to be. */
export interface Stage extends BetweenActs {
  readonly cycle: (title: string, start: Day, end: Day) => string;
  readonly objective: (
    by: string,
    of: NewObjective,
  ) => { readonly id: string; readonly keyResultIds: readonly string[] };
  readonly progress: (by: string, of: NewProgress) => void;
  readonly close: (by: string, id: string, score: number, reflection: string) => void;
  readonly closeCycle: (id: string) => void;
  readonly checkIn: (by: string, of: NewCheckIn) => string;
  readonly acknowledge: (by: string, checkInId: string) => void;
  readonly comment: (by: string, targetId: string, text: string) => void;
  readonly feedback: (of: (typeof feedback)[number]) => void;
  readonly kudos: (of: SampleKudos) => void;
  readonly task: (by: string, of: SampleTask, due: Day | null, week: string | null) => string;
  /** Carries it into a week. */
  readonly taskMoved: (by: string, id: string, week: string) => void;
  readonly taskEnded: (by: string, id: string, state: 'done' | 'dropped') => void;
  readonly taskAccepted: (by: string, id: string) => void;
  readonly ask: (of: SampleQuestion) => string;
  readonly answered: (by: string, id: string, text: string) => void;
  readonly handedOn: (by: string, id: string, to: string) => void;
  readonly leave: (by: string, start: Day, end: Day, note: string) => void;
}

export interface NewObjective {
  readonly title: string;
  readonly description: string;
  readonly cycleId: string;
  readonly owner: string;
  readonly parentId: string | null;
  readonly rollUp: 'key-results' | 'children';
  readonly keyResults: readonly SampleKeyResult[];
}

export interface NewProgress {
  readonly objectiveId: string;
  readonly keyResultId: string;
  readonly value: number;
  readonly confidence: SampleKeyResult['confidence'];
  readonly projection: number | null;
  readonly note: string;
}

export interface NewCheckIn {
  readonly week: string;
  readonly done: readonly string[];
  readonly carried: readonly string[];
  readonly plans: readonly { readonly text: string; readonly carried: number }[];
  readonly answer: string;
  readonly blocker: { readonly text: string; readonly waitsFor: string; readonly urgent: boolean } | null;
}

/** One thing somebody did, and when. */
export interface Happening {
  readonly at: number;
  readonly happens: (stage: Stage) => void;
}

const personOf = (key: string): SamplePerson => {
  const person = people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`Nobody in the sample team is called ${key}.`);
  return person;
};

/** Value at a share of the way from start to target; the last bit is rounded as people would. */
const valueAt = (kr: SampleKeyResult, share: number): number => {
  if (kr.type === 'boolean') return share >= 1 ? 1 : 0;
  if (kr.type === 'milestone') return Math.floor(kr.start + (kr.target - kr.start) * share);
  const exact = kr.start + (kr.target - kr.start) * share;
  const digits = Math.abs(kr.target - kr.start) < 3 ? 2 : 0;
  return Number(exact.toFixed(digits));
};

/** Reports of a key result, one a week from `from` to `to`: an uneven but believable way to where it stands. */
const reports = (
  kr: SampleKeyResult,
  from: number,
  to: number,
  put: (at: number, report: Omit<NewProgress, 'objectiveId' | 'keyResultId'>) => void,
): void => {
  const last = to - (kr.quietDays ?? 1) * dayMs;
  const count = Math.max(1, Math.floor((last - from) / (7 * dayMs)));
  for (let nth = 1; nth <= count; nth++) {
    const at = last - (count - nth) * 7 * dayMs;
    const wave = Math.sin(nth * 1.7 + kr.title.length) * 0.06;
    const share = nth === count ? kr.done : Math.max(0, (kr.done * nth) / count + wave);
    const early = nth < count - 1;
    put(at, {
      value: valueAt(kr, share),
      confidence: kr.confidence === null ? null : early ? 'on-track' : kr.confidence,
      projection: kr.confidence === null ? null : valueAt(kr, early ? 1 : kr.projected),
      note: nth === count ? (kr.note ?? '') : '',
    });
  }
};

/** The whole story up to `now`, in order of time. Pure: the same moment gives the same story. */
export const tellStory = (now: number): { readonly begins: number; readonly happenings: readonly Happening[] } => {
  const list: Happening[] = [];
  const put = (at: number, happens: Happening['happens']): void =>
    void list.push({ at: Math.min(at, now - 60_000), happens });
  const startOf = (day: Day): number => Date.parse(`${day}T08:00:00Z`);

  const current = quarterOf(dayOf(now, 'Asia/Karachi'));
  const before = quarterOf(addDays(current.start, -1));
  const first = quarterOf(addDays(before.start, -1));
  const begins = startOf(first.start);

  [first, before].forEach((quarter, nth) => {
    const [from, to] = [startOf(quarter.start) + dayMs, startOf(quarter.end)];
    let cycleId = '';
    put(from, (stage) => void (cycleId = stage.cycle(quarter.title, quarter.start, quarter.end)));
    for (const goal of pastObjectives[nth] ?? []) {
      let made = { id: '', keyResultIds: [] as readonly string[] };
      put(
        from + hourMs,
        (stage) =>
          void (made = stage.objective(goal.owner, {
            ...goal,
            description: '',
            cycleId,
            parentId: null,
            rollUp: 'key-results',
          })),
      );
      goal.keyResults.forEach((kr, index) =>
        reports(kr, from, to - 2 * dayMs, (at, report) =>
          put(at, (stage) =>
            stage.progress(kr.owner, { objectiveId: made.id, keyResultId: made.keyResultIds[index] ?? '', ...report }),
          ),
        ),
      );
      put(to + hourMs, (stage) => stage.close(goal.owner, made.id, goal.score, goal.reflection));
    }
    put(to + 2 * hourMs, (stage) => stage.closeCycle(cycleId));
  });

  const start = startOf(current.start);
  // Early in a quarter nothing could have been reported yet; the team is then told as having begun a little sooner.
  const from = daysBetween(current.start, dayOf(now, 'UTC')) < 21 ? now - 21 * dayMs : start;
  let cycleId = '';
  const made = new Map<string, { readonly id: string; readonly keyResultIds: readonly string[] }>();
  put(Math.min(start, from), (stage) => void (cycleId = stage.cycle(current.title, current.start, current.end)));
  objectives.forEach((goal, order) => {
    put(Math.min(start, from) + (order + 1) * hourMs, (stage) => {
      const parentId = goal.parent === null ? null : (made.get(goal.parent)?.id ?? null);
      const rollUp = goal.keyResults.length === 0 ? 'children' : 'key-results';
      made.set(goal.key, stage.objective(goal.owner, { ...goal, cycleId, parentId, rollUp }));
    });
    goal.keyResults.forEach((kr, index) =>
      reports(kr, from, now, (at, report) =>
        put(at, (stage) => {
          const of = made.get(goal.key);
          stage.progress(kr.owner, {
            objectiveId: of?.id ?? '',
            keyResultId: of?.keyResultIds[index] ?? '',
            ...report,
          });
        }),
      ),
    );
  });
  comments.forEach((one, nth) =>
    put(now - (2 - nth) * 20 * hourMs, (stage) => stage.comment(one.by, made.get(one.objective)?.id ?? '', one.text)),
  );
  feedback.forEach((one, nth) => put(now - (9 - 3 * nth) * dayMs, (stage) => stage.feedback(one)));
  kudos.forEach((one, nth) => put(now - (5 - 2 * nth) * dayMs, (stage) => stage.kudos(one)));
  tellWeeks(now, put);
  put(now - 52 * dayMs, (stage) => stage.kudos(thanks));
  tellWork(now, Math.min(start, from) + dayMs, put);
  tellQuestions(now, put);
  tellBetween(now, put, (key) => made.get(key)?.id ?? '');
  return { begins, happenings: list.sort((a, b) => a.at - b.at) };
};

/** Three weeks of check-ins, mostly acknowledged by managers, and two of this week that wait for the reader. */
const tellWeeks = (now: number, put: (at: number, happens: Happening['happens']) => void): void => {
  const thisWeek = weekOf(now, 'Asia/Karachi');
  for (const [key, told] of Object.entries(weeks)) {
    const person = personOf(key);
    const schedule = {
      timeZone: person.timeZone,
      hours: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? person.hours : null)),
    };
    const carriedBy = new Map<string, number>();
    told.forEach((one, nth) => {
      const week = addWeeks(thisWeek, nth - told.length);
      const before = told[nth - 1]?.plans ?? [];
      const carried = before.filter((text) => one.plans.includes(text));
      for (const text of carried) carriedBy.set(text, (carriedBy.get(text) ?? 0) + 1);
      const plans = one.plans.map((text) => ({ text, carried: carriedBy.get(text) ?? 0 }));
      let id = '';
      const due = checkInDueAt(week, schedule) - hourMs;
      put(
        due,
        (stage) =>
          void (id = stage.checkIn(key, { week, done: one.done, carried, plans, answer: one.answer, blocker: null })),
      );
      const manager = person.managerKey;
      const newest = nth === told.length - 1;
      if (manager !== null && !(newest && (key === 'bilal' || manager === 'me')))
        put(due + 20 * hourMs, (stage) => stage.acknowledge(manager, id));
    });
  }
  const monday = Date.parse(`${daysOfWeek(thisWeek).start}T06:00:00Z`);
  for (const { by, hoursAgo, plans, ...told } of sentThisWeek) {
    const again = plans.map((text) => ({ text, carried: told.carried.includes(text) ? 1 : 0 }));
    put(
      Math.max(monday, now - hoursAgo * hourMs),
      (stage) => void stage.checkIn(by, { ...told, week: thisWeek, plans: again }),
    );
  }
  const at = Math.max(monday, now - 3 * hourMs);
  put(
    at,
    (stage) =>
      void stage.checkIn('haruto', {
        week: thisWeek,
        done: ['Second replica in one region'],
        carried: ['Staging keys for the token refresh service'],
        plans: [{ text: 'Staging keys for the token refresh service', carried: 1 }],
        answer: 'Waiting for the perfect list.',
        blocker: { text: openBlocker, waitsFor: 'me', urgent: true },
      }),
  );
  put(
    at,
    (stage) =>
      void stage.checkIn('lucas', {
        week: thisWeek,
        done: ['Empty states: final'],
        carried: ['Contrast of code blocks'],
        plans: [
          { text: 'Contrast of code blocks', carried: 3 },
          { text: 'Pictures for the guide on inviting', carried: 0 },
        ],
        answer: 'Choosing a grey before choosing the words on it.',
        blocker: { text: quietBlocker, waitsFor: 'me', urgent: false },
      }),
  );
};
