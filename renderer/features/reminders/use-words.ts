import type { ReminderView } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { useTime } from '#renderer/ui/index.ts';

export interface ReminderWords {
  readonly title: string;
  /** Why it is said, with its time. */
  readonly why: string;
}

/** A moment as one says it in a sentence: "14:00" today, "Monday 09:00" on another day. */
export const useMoment = (): ((at: number) => string) => {
  const { t } = useText();
  const { clock, dayName } = useTime();
  return (at) => (dayName(at) === t('ui.time.today') ? clock(at) : `${dayName(at)} ${clock(at)}`);
};

/** Needs whose titles the engine makes; all others were written by people and are shown as they are. */
const engineWords: ReadonlySet<string> = new Set(['acknowledge', 'comment', 'mention']);

/** What a reminder says, in the reader's language and zone. */
export const useReminderWords = (): ((reminder: ReminderView) => ReminderWords) => {
  const { t } = useText();
  const { now, dayName } = useTime();
  const nameOf = usePersonName();
  const moment = useMoment();
  const saidOf = useSaid();

  const why = (reminder: ReminderView, name: string): string => {
    const { kind, dueAt, title } = reminder;
    const over = dueAt !== null && dueAt <= now;
    const when = dueAt === null ? '' : moment(dueAt);
    switch (kind) {
      case 'blocker':
        return t('reminders.why.blocked', { name });
      case 'urgent':
        return t(over ? 'reminders.why.ranOut' : 'reminders.why.urgent', { when });
      case 'norm':
        return t(over ? 'reminders.why.ranOut' : 'reminders.why.runsOut', { when });
      case 'check-in':
      case 'task':
        return t(over ? 'reminders.why.wasDue' : 'reminders.why.due', { when });
      case 'stale-goal':
        return t('reminders.why.stale');
      case 'one-on-one':
        return title === '' ? t('reminders.why.today') : t('reminders.why.agreed', { name });
      case 'cycle':
        return t('reminders.why.cycle');
    }
  };

  return (reminder) => {
    const { kind, title, need, fromId, dueAt } = reminder;
    const name = fromId === null ? '' : (nameOf(fromId).split(/\s+/u)[0] ?? '');
    const said =
      kind === 'check-in'
        ? t('reminders.say.check-in')
        : kind === 'cycle'
          ? t('reminders.say.cycle', { title, when: dueAt === null ? '' : dayName(dueAt) })
          : kind === 'one-on-one' && title === ''
            ? t('reminders.say.one-on-one', { name })
            : need === null
              ? title
              : t(`today.needs.titles.${need}`, { name, title: engineWords.has(need) ? saidOf(title) : title });
    return { title: said, why: why(reminder, name) };
  };
};
