import { Trans } from 'react-i18next';
import type { AwayItem } from '#shared/protocol/index.ts';
import { useSaidTitle, useSaidValue, useText } from '#renderer/i18n/index.ts';
import { usePeopleById, usePersonName } from '#renderer/state/index.ts';
import { StatusWord, inSentence, useTime } from '#renderer/ui/index.ts';

/** What happened, in one sentence with the name first. */
export const AwaySentence = (props: { readonly item: AwayItem }) => {
  const said = useSaidTitle();
  const saidValue = useSaidValue();
  const { t } = useText();
  const { calendarDate } = useTime();
  const { item } = props;
  const people = usePeopleById();
  const nameOf = usePersonName();
  const name = nameOf(item.byId).split(/\s+/u)[0] ?? '';
  const b = { b: <b /> };
  if (item.kind === 'progress' && item.value !== null) {
    const { from, to, confidence } = item.value;
    const values = {
      name,
      title: said(item.title),
      value: saidValue(to),
      from: saidValue(from ?? ''),
      count: item.times,
    };
    const often = item.times > 1 && from !== null;
    return confidence === null ? (
      <Trans i18nKey={often ? 'today.away.progressOften' : 'today.away.progress'} values={values} components={b} />
    ) : (
      <>
        <Trans
          i18nKey={often ? 'today.away.progressOftenSays' : 'today.away.progressSays'}
          values={values}
          components={b}
        />
        <StatusWord status={confidence} word={inSentence(t(`ui.status.${confidence}`))} size="inherit" />
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
      values={{ name, title: said(item.title), value: saidValue(item.value?.to ?? '') }}
      components={b}
    />
  );
};
