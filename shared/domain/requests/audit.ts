import { weekOf } from '../time/week.ts';
import type { Week } from '../time/week.ts';

/** One wait that ended: what was asked, when it was answered (milliseconds since the epoch), and how long it took. */
export interface EndedWait {
  readonly kind: 'question' | 'blocker';
  readonly until: number;
  /** Working milliseconds of whoever was asked. */
  readonly workedMs: number;
}

/** Fewer than this say more about who was asked than about how the team works, so they are not counted together. */
export const fewestWaits = 3;

/** The middle of them; of an even number the mean of the two in the middle. Null for too few to say anything. */
export const medianWait = (waits: readonly number[]): number | null => {
  if (waits.length < fewestWaits) return null;
  const sorted = waits.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

export interface WaitMedians {
  readonly kind: EndedWait['kind'];
  /** How many it is taken from. */
  readonly count: number;
  readonly medianMs: number | null;
  /** By the week in which the wait ended, in the order given. */
  readonly weeks: readonly { readonly week: Week; readonly count: number; readonly medianMs: number | null }[];
}

/** How long things wait, by kind and week: about the work and never about a person. */
export const waitMedians = (waits: readonly EndedWait[], weeks: readonly Week[], timeZone: string): WaitMedians[] =>
  (['question', 'blocker'] as const).map((kind) => {
    const told = waits
      .filter((wait) => wait.kind === kind)
      .map(({ until, workedMs }) => ({ week: weekOf(until, timeZone), workedMs }))
      .filter(({ week }) => weeks.includes(week));
    const of = (some: readonly { readonly workedMs: number }[]) => ({
      count: some.length,
      medianMs: medianWait(some.map(({ workedMs }) => workedMs)),
    });
    return {
      kind,
      ...of(told),
      weeks: weeks.map((week) => ({ week, ...of(told.filter((wait) => wait.week === week)) })),
    };
  });
