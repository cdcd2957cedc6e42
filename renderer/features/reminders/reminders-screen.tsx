import { useMemo, useState } from 'react';
import type { QueryResult, ReminderView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, useQuery } from '#renderer/state/index.ts';
import {
  Banner,
  BellIcon,
  Button,
  EmptyState,
  Page,
  Place,
  Rows,
  SectionHead,
  Skeleton,
  useKeys,
  useRowSelection,
} from '#renderer/ui/index.ts';
import { targetOf } from './kinds.ts';
import { ReminderRow } from './reminder-row.tsx';
import { ReminderSettingsPanel } from './settings.tsx';
import { useReminderActs } from './use-acts.ts';
import { useMoment, useReminderWords } from './use-words.ts';
import classes from './reminders.module.css';

type Reminders = QueryResult<'reminders'>;

const shownAtFirst = 50;
const none: readonly ReminderView[] = [];

/** What was put off, and the way to have it back. */
const Later = (props: { readonly later: readonly ReminderView[] }) => {
  const { t } = useText();
  const moment = useMoment();
  const wordsOf = useReminderWords();
  const { bringBack } = useReminderActs();
  return (
    <section aria-labelledby="put-off">
      <SectionHead id="put-off" title={t('reminders.later.title')} />
      {props.later.length === 0 ? (
        <p className={classes['quiet']}>{t('reminders.later.none')}</p>
      ) : (
        <ul className={classes['later']} aria-label={t('reminders.later.title')}>
          {props.later.map((reminder) => (
            <li key={reminder.key}>
              <span>
                <span dir="auto">{wordsOf(reminder).title}</span>{' '}
                <span className={classes['quiet']}>{t('reminders.later.until', { when: moment(reminder.at) })}</span>
              </span>
              <Button size="xs" tone="quiet" onClick={() => bringBack([reminder.key])}>
                {t('reminders.later.back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** The reminders that stand: j and k move, Enter opens, s puts off, e dismisses. */
const Standing = (props: { readonly data: Reminders }) => {
  const { t } = useText();
  const go = useGo();
  const acts = useReminderActs();
  const [all, setAll] = useState(false);
  const [choosing, setChoosing] = useState<string | null>(null);
  const { standing, snooze } = props.data;
  const items = all ? standing : standing.slice(0, shownAtFirst);
  const ids = useMemo(() => items.map((reminder) => reminder.key), [items]);
  const byKey = (key: string | null): ReminderView | undefined => items.find((reminder) => reminder.key === key);
  const open = (key: string): void => {
    const reminder = byKey(key);
    if (reminder === undefined) return;
    const target = targetOf(reminder);
    go(target.place, target.id);
  };
  const selection = useRowSelection({ ids, onOpen: open });
  const current = byKey(selection.currentId);
  useKeys(
    current === undefined
      ? []
      : [
          { keys: 's', label: t('reminders.acts.snooze'), run: () => setChoosing(current.key) },
          { keys: 'e', label: t('reminders.acts.dismiss'), run: () => acts.dismiss([current.key]) },
        ],
  );
  return (
    <>
      <Rows label={t('reminders.list')} items={items} idOf={(each) => each.key} selection={selection}>
        {(reminder, isCurrent) => (
          <ReminderRow
            reminder={reminder}
            current={isCurrent}
            snooze={snooze}
            choosing={choosing === reminder.key}
            onChoosing={(opened) => setChoosing(opened ? reminder.key : null)}
            onOpen={() => open(reminder.key)}
            onPutOff={(until) => acts.putOff(reminder.key, until)}
            onDismiss={() => acts.dismiss([reminder.key])}
          />
        )}
      </Rows>
      {items.length < standing.length && (
        <Button size="xs" tone="quiet" onClick={() => setAll(true)}>
          {t('reminders.more', { count: standing.length - items.length })}
        </Button>
      )}
    </>
  );
};

/** Whether reminders come now, and if not, when. */
const useContextLine = (data: Reminders | undefined): string | undefined => {
  const { t } = useText();
  const moment = useMoment();
  if (data === undefined) return undefined;
  if (data.mayRemind) return t('reminders.context.now');
  return data.nextAt === null
    ? t('reminders.context.never')
    : t('reminders.context.later', { when: moment(data.nextAt) });
};

/** Reminders: what this device said, what was put off, and when it may speak. */
export const RemindersScreen = () => {
  const { t } = useText();
  const go = useGo();
  const { data, error } = useQuery('reminders', {});
  const { dismiss } = useReminderActs();
  const context = useContextLine(data);
  const standing = data?.standing ?? none;
  return (
    <Place
      title={t('reminders.title')}
      context={context}
      actions={
        standing.length > 1 ? (
          <Button size="xs" tone="quiet" onClick={() => dismiss(standing.map((reminder) => reminder.key))}>
            {t('reminders.acts.dismissAll')}
          </Button>
        ) : undefined
      }
    >
      <Page
        rail={
          data === undefined ? undefined : (
            <>
              <Later later={data.later} />
              <ReminderSettingsPanel settings={data.settings} />
            </>
          )
        }
        railLabel={t('reminders.rail')}
      >
        {data === undefined ? (
          error === null ? (
            <Skeleton rows={5} />
          ) : (
            <Banner tone="off-track">{error.sentence}</Banner>
          )
        ) : standing.length === 0 ? (
          <EmptyState
            rank={2}
            icon={BellIcon}
            title={t('reminders.empty.title')}
            sentence={t('reminders.empty.sentence')}
            actions={
              <Button size="xs" onClick={() => go('today')}>
                {t('reminders.empty.act')}
              </Button>
            }
          />
        ) : (
          <Standing data={data} />
        )}
      </Page>
    </Place>
  );
};
