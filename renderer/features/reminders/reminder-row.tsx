import type { QueryResult, ReminderView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { ActMenu, Button, CloseIcon, IconButton, SnoozeIcon, useTime } from '#renderer/ui/index.ts';
import { reminderIcons } from './kinds.ts';
import { useMoment, useReminderWords } from './use-words.ts';
import classes from './reminders.module.css';

export type Snooze = QueryResult<'reminders'>['snooze'];

/** Until when something can be put off, in words. */
export const useSnoozeWords = (): ((offer: Snooze[number]) => string) => {
  const { t } = useText();
  const { now, clock } = useTime();
  const moment = useMoment();
  return ({ choice, until }) => {
    if (choice === 'later') return t('reminders.snooze.later', { time: clock(until) });
    if (choice === 'monday') return t('reminders.snooze.monday', { when: moment(until) });
    // After Friday, or before leave, the next morning of work is not tomorrow's.
    return until - now < 30 * 3_600_000
      ? t('reminders.snooze.tomorrow', { time: clock(until) })
      : t('reminders.snooze.morning', { when: moment(until) });
  };
};

export interface ReminderRowProps {
  readonly reminder: ReminderView;
  readonly current: boolean;
  readonly snooze: Snooze;
  readonly onOpen: () => void;
  readonly onPutOff: (until: number) => void;
  readonly onDismiss: () => void;
  /** Whether the menu of times is open, so that its key can open it. */
  readonly choosing: boolean;
  readonly onChoosing: (open: boolean) => void;
}

/** One reminder: what it says, why, since when, and what to do with it. */
export const ReminderRow = (props: ReminderRowProps) => {
  const { t } = useText();
  const { shortWhen } = useTime();
  const { reminder, current } = props;
  const wordsOf = useReminderWords();
  const say = useSnoozeWords();
  const Shape = reminderIcons[reminder.kind];
  const { title, why } = wordsOf(reminder);
  return (
    <div className={classes['row']}>
      <Shape size={18} stroke={1.75} aria-hidden className={classes['icon']} />
      <div className={classes['what']}>
        <div className={classes['title']} dir="auto">
          {title}
        </div>
        <div className={classes['why']}>
          {why}
          <span className={classes['since']}>{t('reminders.since', { when: shortWhen(reminder.at) })}</span>
        </div>
      </div>
      <div className={classes['acts']}>
        <Button
          size="xs"
          tone={current ? 'primary' : 'default'}
          keys={current ? 'enter' : undefined}
          onClick={props.onOpen}
        >
          {t('reminders.acts.open')}
        </Button>
        <ActMenu
          opened={props.choosing}
          onOpened={props.onChoosing}
          position="bottom-end"
          about={title}
          target={<IconButton icon={SnoozeIcon} label={t('reminders.acts.snooze')} size="xs" />}
          sections={[
            {
              acts: props.snooze.map((offer) => ({ label: say(offer), run: () => props.onPutOff(offer.until) })),
            },
          ]}
        />
        <IconButton icon={CloseIcon} label={t('reminders.acts.dismiss')} size="xs" onClick={props.onDismiss} />
      </div>
    </div>
  );
};
