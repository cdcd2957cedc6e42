import {
  daysWithin,
  mayRemind,
  nextReminderTime,
  planReminders,
  snoozeChoices,
  type Habits,
} from '#shared/domain/index.ts';
import type { QueryResult, ReminderView } from '#shared/protocol/index.ts';
import type { QueryContext } from '../context.ts';
import { createCycles } from '../cycle-view.ts';
import type { QueryHandler } from '../handler.ts';
import { createPeople } from '../person-view.ts';
import { createTeamSettings } from '../team-settings.ts';
import { createDates } from './dates.ts';
import { needWishes, type ReminderWish } from './needs.ts';
import { parseReminderState, reminderStateKey, type ReminderState } from './state.ts';

export { parseReminderState, reminderStateKey, type ReminderState } from './state.ts';

const view = ({ key, kind, at, title, fromId, targetId, targetKind, need, dueAt }: ReminderWish): ReminderView => ({
  key,
  kind,
  at,
  title,
  fromId,
  targetId,
  targetKind,
  need,
  dueAt,
});

const nobody = (settings: ReminderState['settings']): QueryResult<'reminders'> => ({
  standing: [],
  tell: [],
  digest: null,
  inDigest: [],
  later: [],
  snooze: [],
  mayRemind: false,
  nextAt: null,
  settings,
  waiting: 0,
  arrived: 0,
});

/** What this device has to say to its owner now: from Today, the calendar and what it said before. */
export const remindersQuery = (ctx: QueryContext, today: QueryHandler<'today'>): QueryHandler<'reminders'> => {
  const people = createPeople(ctx);
  const cycles = createCycles(ctx);
  const settings = createTeamSettings(ctx.db);
  const dates = createDates(ctx, cycles);
  const stored = ctx.db.prepare<[string], { value: string }>('SELECT value FROM local_state WHERE key = ?');

  return {
    topics: [...new Set([...today.topics, 'records:meeting', 'records:agenda-item', 'clock'] as const)],
    run: () => {
      const state = parseReminderState(stored.get(reminderStateKey)?.value ?? null);
      const me = people.person(ctx.me() ?? '');
      if (me === null || me.state === 'removed') return nobody(state.settings);
      const now = ctx.clock.now();
      const habits: Habits = {
        schedule: { hours: me.workingHours, timeZone: me.timeZone, daysOff: daysWithin(me.daysOff) },
        quiet: state.settings.quiet,
      };
      const { needsMe, away } = today.run({});
      const stale = { days: settings.norms().stale_days, cycleStart: cycles.current()?.start ?? null };
      const plan = planReminders({
        wishes: [...needWishes(needsMe, habits, stale), ...dates(habits, cycles.today())],
        habits,
        choices: { off: new Set(state.settings.off), digest: state.settings.digest },
        known: {
          told: new Set(Object.keys(state.told)),
          snoozed: new Map(Object.entries(state.snoozed)),
          dismissed: new Set(Object.keys(state.dismissed)),
          digestDay: state.digestDay,
        },
        now,
      });
      return {
        standing: plan.standing.map(view),
        tell: plan.tell.map((wish) => wish.key),
        digest: plan.digest,
        inDigest: plan.inDigest.map((wish) => wish.key),
        later: plan.later.map(view),
        snooze: snoozeChoices(now, habits).map((choice) => ({ ...choice })),
        mayRemind: mayRemind(habits, now),
        nextAt: nextReminderTime(habits, now),
        settings: state.settings,
        waiting: needsMe.length,
        arrived: away.length,
      };
    },
  };
};
