import { Checkbox } from '@mantine/core';
import type { AgendaItemView } from '#shared/protocol/index.ts';
import { useSaidTitle, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, placeOfKind, usePersonName } from '#renderer/state/index.ts';
import { ActMenu, IconButton, MoreIcon, classNames, useTime } from '#renderer/ui/index.ts';
import classes from './one-on-one.module.css';

export type Becoming = 'action' | 'decision' | 'words';

export interface AgendaLineProps {
  readonly item: AgendaItemView;
  readonly mayWrite: boolean;
  readonly onToggle: () => void;
  readonly onBecome: (what: Becoming) => void;
  readonly onTopic: () => void;
}

/** One line of a 1:1: whether it is dealt with, what it is, where it came from, and what may become of it. */
export const AgendaLine = (props: AgendaLineProps) => {
  const said = useSaidTitle();
  const { t } = useText();
  const nameOf = usePersonName();
  const { calendarDate } = useTime();
  const { item, mayWrite } = props;
  const done = item.doneAt !== null;
  const { source } = item;
  return (
    <div className={classes['line']}>
      <Checkbox
        size="xs"
        checked={done}
        disabled={!mayWrite}
        aria-label={t(done ? 'oneOnOne.untick' : 'oneOnOne.tick', { text: item.text })}
        onChange={props.onToggle}
      />
      <div className={classes['what']}>
        <span dir="auto" className={classNames(done && item.form !== 'decision' && classes['done'])}>
          {item.text}
        </span>
        {item.form === 'decision' && (
          <span dir="auto" className={classes['decision']}>
            {t('oneOnOne.decided', { text: item.decision })}
          </span>
        )}
        <span className={classes['facts']}>
          {item.form === 'action' && item.due !== null && (
            <span className={classNames(item.overdue && classes['late'])}>
              {t(item.overdue ? 'oneOnOne.overdue' : 'oneOnOne.due', {
                name: nameOf(item.ownerId),
                day: calendarDate(item.due),
              })}
            </span>
          )}
          {source !== null && source.title !== null && (
            <PlaceLink place={placeOfKind(source.kind)} id={source.id}>
              {t('oneOnOne.from', { title: said(source.title) })}
            </PlaceLink>
          )}
          {item.carried > 0 && <span>{t('oneOnOne.carried', { count: item.carried })}</span>}
          <span>{t('oneOnOne.by', { name: nameOf(item.byId) })}</span>
        </span>
      </div>
      {mayWrite && (
        <ActMenu
          position="bottom-end"
          about={item.text}
          target={<IconButton icon={MoreIcon} size="xs" label={t('oneOnOne.more', { text: item.text })} />}
          sections={[
            {
              acts: [
                { label: t('oneOnOne.rename'), run: () => props.onBecome('words') },
                { label: t('oneOnOne.toAction'), run: () => props.onBecome('action') },
                { label: t('oneOnOne.toDecision'), run: () => props.onBecome('decision') },
                ...(item.form === 'topic' ? [] : [{ label: t('oneOnOne.toTopic'), run: props.onTopic }]),
              ],
            },
          ]}
        />
      )}
    </div>
  );
};
