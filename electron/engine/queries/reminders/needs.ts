import {
  addDays,
  dayOf,
  wishBefore,
  wishNow,
  wishOnDay,
  type Habits,
  type ReminderKind,
  type Wish,
} from '#shared/domain/index.ts';
import type { NeedsMe, ReminderView } from '#shared/protocol/index.ts';

/** A wish with everything that is shown of it. */
export type ReminderWish = Wish & Omit<ReminderView, 'key' | 'kind' | 'at'>;

const day = /\d{4}-\d{2}-\d{2}/u;

const wishesOf = (need: NeedsMe, habits: Habits, staleSince: (need: NeedsMe) => string | null): readonly Wish[] => {
  const { key, norm, at } = need;
  const before = (kind: ReminderKind): readonly Wish[] =>
    norm === null ? [] : wishBefore(key, kind, { dueAt: norm.dueAt, urgent: norm.urgent, since: at }, habits);
  switch (need.kind) {
    case 'check-in':
      return before('check-in');
    case 'blocker':
      return [...(at === null ? [] : wishNow(key, 'blocker', at, habits)), ...before('norm')];
    case 'task':
      return norm === null ? [] : wishOnDay(key, 'task', dayOf(norm.dueAt - 1, habits.schedule.timeZone), habits);
    case 'stale-goal': {
      const since = staleSince(need);
      return since === null || !day.test(since) ? [] : wishOnDay(key, 'stale-goal', since, habits);
    }
    case 'conflict':
      // Two versions lose nothing by waiting: they stand on Today.
      return [];
    default:
      return [...(norm?.urgent === true && at !== null ? wishNow(key, 'urgent', at, habits) : []), ...before('norm')];
  }
};

/** What of everything that needs me wants to be said, and when. */
export const needWishes = (
  needs: readonly NeedsMe[],
  habits: Habits,
  stale: { readonly days: number; readonly cycleStart: string | null },
): readonly ReminderWish[] => {
  const staleSince = ({ at }: NeedsMe): string | null => {
    const from = at === null ? stale.cycleStart : dayOf(at, habits.schedule.timeZone);
    return from === null ? null : addDays(from, stale.days);
  };
  return needs.flatMap((need) =>
    wishesOf(need, habits, staleSince).map((wish) => ({
      ...wish,
      title: need.title,
      fromId: need.fromId,
      targetId: need.targetId,
      targetKind: need.targetKind,
      need: need.kind,
      dueAt: need.norm?.dueAt ?? null,
    })),
  );
};
