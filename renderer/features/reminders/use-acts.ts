import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { useMoment } from './use-words.ts';

/** Puts reminders off or away; both can be taken back. */
export const useReminderActs = () => {
  const { t } = useText();
  const moment = useMoment();
  const snooze = useCommand('reminders.snooze');
  const dismiss = useCommand('reminders.dismiss');
  const restore = useCommand('reminders.restore');
  const bringBack = (keys: readonly string[]): void => void restore.run({ keys: [...keys] });
  return {
    bringBack,
    putOff: (key: string, until: number): void =>
      void snooze.run(
        { keys: [key], until },
        { done: t('reminders.snooze.done', { when: moment(until) }), undo: () => bringBack([key]) },
      ),
    dismiss: (keys: readonly string[]): void =>
      void dismiss.run(
        { keys: [...keys] },
        { done: t('reminders.dismissed', { count: keys.length }), undo: () => bringBack(keys) },
      ),
  };
};
