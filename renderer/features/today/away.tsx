import { Trans } from 'react-i18next';
import type { AwayItem } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useCommand, usePeopleById, usePersonName } from '#renderer/state/index.ts';
import { SectionHead, Sparkline, StatusWord, Words, inSentence, useTime } from '#renderer/ui/index.ts';
import { awayIcons, targetOfAway } from './kinds.ts';
import classes from './today.module.css';

/** What happened, in one sentence with the name first. */
const Sentence = (props: { readonly item: AwayItem }) => {
  const said = useSaid();
  const { t } = useText();
  const { calendarDate } = useTime();
  const { item } = props;
  const people = usePeopleById();
  const nameOf = usePersonName();
  const name = nameOf(item.byId).split(/\s+/u)[0] ?? '';
  const b = { b: <b /> };
  if (item.kind === 'progress' && item.value !== null) {
    const values = { name, title: said(item.title), value: item.value.to };
    return item.value.confidence === null ? (
      <Trans i18nKey="today.away.progress" values={values} components={b} />
    ) : (
      <>
        <Trans i18nKey="today.away.progressSays" values={values} components={b} />
        <StatusWord
          status={item.value.confidence}
          word={inSentence(t(`ui.status.${item.value.confidence}`))}
          size="inherit"
        />
      </>
    );
  }
  if (item.kind === 'leave') {
    const [start = '', end = ''] = item.title.split('/');
    const values = { name, from: calendarDate(start), to: calendarDate(end) };
    return <Trans i18nKey="today.away.leave" values={values} components={b} />;
  }
  if (item.kind === 'award') {
    const to = people.get(item.targetId);
    const values = {
      name,
      to: to?.me === true ? t('today.away.you') : (to?.name ?? t('today.away.somebody')),
      title: item.title,
    };
    return <Trans i18nKey="today.away.award" values={values} components={b} />;
  }
  if (item.kind === 'kudos') {
    const to = people.get(item.targetId);
    const values = {
      name,
      to: to?.me === true ? t('today.away.you') : (to?.name ?? t('today.away.somebody')),
      value: item.title,
    };
    return item.title === '' ? (
      <Trans i18nKey="today.away.kudos" values={values} components={b} />
    ) : (
      <Trans i18nKey="today.away.kudosFor" values={values} components={b} />
    );
  }
  return (
    <Trans
      i18nKey={`today.away.${item.kind}`}
      values={{ name, title: said(item.title), value: item.value?.to ?? '' }}
      components={b}
    />
  );
};

/** What arrived since I last looked, newest first. */
export const Away = (props: { readonly items: readonly AwayItem[]; readonly since: number | null }) => {
  const { t } = useText();
  const { shortWhen, dayName } = useTime();
  const mark = useCommand('away.markRead');
  if (props.items.length === 0) return null;
  return (
    <section aria-labelledby="away" style={{ marginBlockStart: '1.75rem' }}>
      <SectionHead
        id="away"
        title={t('today.away.title')}
        note={props.since === null ? undefined : t('today.away.since', { day: dayName(props.since) })}
        end={
          <button
            type="button"
            className={classes['link']}
            onClick={() => void mark.run({}, { done: t('today.away.marked') })}
          >
            {t('today.away.markRead')}
          </button>
        }
      />
      <ul className={classes['away']} aria-label={t('today.away.list')}>
        {props.items.map((item) => {
          const Shape = awayIcons[item.kind];
          const target = targetOfAway(item);
          return (
            <li key={item.entryId}>
              <Shape size={18} stroke={1.75} aria-hidden />
              <div className={classes['what']}>
                <PlaceLink place={target.place} id={target.id} className={classes['open']}>
                  <Sentence item={item} />
                </PlaceLink>
                {item.words !== null && item.words !== '' && (
                  <Words size="sm" quiet>
                    {item.words}
                  </Words>
                )}
              </div>
              {item.value !== null && <Sparkline values={item.value.series} />}
              <span className={classes['time']}>{shortWhen(item.at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
