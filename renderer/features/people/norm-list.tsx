import { useText } from '#renderer/i18n/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Avatar, Chip, Rows, WaitIcon, dayOffNow, statedNow, useTime } from '#renderer/ui/index.ts';
import type { RowSelection } from '#renderer/ui/index.ts';
import classes from './people.module.css';

const idOf = ({ person }: { readonly person: Person }): string => person.id;

/** What a person's stated hours say right now: until, or starting in. Never what they are doing. */
export const useStatedWords = (): ((person: Person) => string) => {
  const { t } = useText();
  const { now, clock, ahead, calendarDate } = useTime();
  return (person) => {
    const off = dayOffNow(person, now);
    if (off !== null && off.name !== '') return t('people.norms.holiday', { name: off.name });
    if (off !== null) return t('people.norms.away', { day: calendarDate(off.end) });
    const stated = statedNow(person, now);
    if (stated === null) return t('people.norms.none');
    if (stated.atWork) return t('people.norms.until', { time: clock(stated.at) });
    const starts = ahead(stated.at);
    return 'day' in starts ? t('people.norms.startsDay', starts) : t('people.norms.starts', starts);
  };
};

/** Everyone with where and when they are, how soon they answer, and when their stated hours are. */
export const NormList = (props: {
  readonly rows: readonly { readonly person: Person; readonly depth: number }[];
  readonly selection: RowSelection;
}) => {
  const { t } = useText();
  const { now, clock } = useTime();
  const stated = useStatedWords();
  return (
    <Rows
      label={t('people.norms.list')}
      items={props.rows}
      idOf={idOf}
      selection={props.selection}
      rowClassName={classes['person']}
    >
      {({ person, depth }) => (
        <>
          <span className={classes['who']} style={{ paddingInlineStart: `${String(Math.min(depth, 8) * 1.25)}rem` }}>
            <Avatar person={person} />
            <span className={classes['name']}>
              {person.me ? t('people.norms.you', { name: person.name }) : person.name}
            </span>
            {depth > 0 && <span className={classes['heard']}>{t('directory.level', { level: depth + 1 })}</span>}
          </span>
          <span className={classes['quiet']} dir="auto">
            {person.title}
          </span>
          <span className={classes['figures']}>
            {t('directory.here', {
              place: person.place === '' ? person.timeZone.replaceAll('_', ' ') : person.place,
              time: clock(now, person.timeZone),
            })}
          </span>
          <span className={classes['figures']}>
            {t('people.norms.value', { standard: person.standardHours, urgent: person.urgentHours })}
          </span>
          {person.state === 'provisional' ? (
            <span className={classes['end']}>
              <Chip tone="info" icon={WaitIcon}>
                {t('people.state.provisional')}
              </Chip>
            </span>
          ) : (
            <span className={classes['end']}>{stated(person)}</span>
          )}
        </>
      )}
    </Rows>
  );
};
