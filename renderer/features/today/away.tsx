import { useMemo, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { groupAway, shareLines } from '#shared/domain/index.ts';
import type { AwayBy, AwayGroup } from '#shared/domain/index.ts';
import type { AwayItem } from '#shared/protocol/index.ts';
import { useSaidTitle, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useCommand, usePersonName } from '#renderer/state/index.ts';
import { Button, DrawnList, SectionHead, Sparkline, Words, useKeys, useTime } from '#renderer/ui/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import { AwaySentence } from './away-sentence.tsx';
import { awayIcons, targetOfAway } from './kinds.ts';
import classes from './today.module.css';

const ways = ['goal', 'person', 'kind'] as const;
/** What is read in a minute. */
const linesAtFirst = 12;
/** So few need no groups. */
const few = 6;

const idOf = (item: AwayItem): string => item.entryId;

const Line = (props: { readonly item: AwayItem; readonly row?: DrawnRow }) => {
  const { shortWhen } = useTime();
  const { item } = props;
  const Shape = awayIcons[item.kind];
  const target = targetOfAway(item);
  return (
    <li {...props.row}>
      <Shape size={18} stroke={1.75} aria-hidden />
      <div className={classes['what']}>
        <PlaceLink place={target.place} id={target.id} className={classes['open']}>
          <AwaySentence item={item} />
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
};

const Group = (props: { readonly group: AwayGroup<AwayItem>; readonly by: AwayBy; readonly lines: number }) => {
  const { t } = useText();
  const said = useSaidTitle();
  const nameOf = usePersonName();
  const [all, setAll] = useState(false);
  const { id, title, items } = props.group;
  const name =
    props.by === 'person'
      ? nameOf(id)
      : props.by === 'kind'
        ? t(`today.away.kinds.${items[0]?.kind ?? 'comment'}`)
        : id === null
          ? t('today.away.noGoal')
          : said(title);
  const shown = useMemo(() => (all ? items : items.slice(0, props.lines)), [all, items, props.lines]);
  return (
    <li className={classes['awayGroup']}>
      <h3 dir="auto">{name}</h3>
      <DrawnList className={classes['away']} label={name} items={shown} idOf={idOf} rowSize={52}>
        {(item, row) => <Line key={item.entryId} item={item} row={row} />}
      </DrawnList>
      {shown.length < items.length && (
        <Button
          size="xs"
          tone="quiet"
          aria-label={`${t('today.away.more', { count: items.length - shown.length })}: ${name}`}
          onClick={() => setAll(true)}
        >
          {t('today.away.more', { count: items.length - shown.length })}
        </Button>
      )}
    </li>
  );
};

const Groups = (props: { readonly items: readonly AwayItem[]; readonly by: AwayBy }) => {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const groups = groupAway(props.items, props.by);
  const lines = shareLines(
    groups.map((group) => group.items.length),
    linesAtFirst,
  );
  const shown = all ? groups : groups.filter((_, nth) => (lines[nth] ?? 0) > 0);
  return (
    <>
      <ul aria-label={t('today.away.list')}>
        {shown.map((group, nth) => (
          <Group key={group.id ?? 'none'} group={group} by={props.by} lines={Math.max(1, lines[nth] ?? 0)} />
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button size="xs" tone="quiet" onClick={() => setAll(true)}>
          {t('today.away.moreGroups', { count: groups.length - shown.length })}
        </Button>
      )}
    </>
  );
};

/** What arrived since I last looked: by goal, person or kind, the newest first, short enough for a minute. */
export const Away = (props: { readonly items: readonly AwayItem[]; readonly since: number | null }) => {
  const { t } = useText();
  const { dayName } = useTime();
  const mark = useCommand('away.markRead');
  const [by, setBy] = useState<AwayBy>('goal');
  const { items } = props;
  const grouped = items.length > few;
  const markRead = (): void => void mark.run({}, { done: t('today.away.marked') });
  useKeys(
    items.length === 0
      ? []
      : [
          { keys: 'm', label: t('today.away.markRead'), run: markRead },
          ...(grouped
            ? [
                {
                  keys: 'v',
                  label: t('today.away.by.next'),
                  run: () => setBy((now) => ways[(ways.indexOf(now) + 1) % ways.length] ?? 'goal'),
                },
              ]
            : []),
        ],
  );
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="away" style={{ marginBlockStart: '1.75rem' }}>
      <SectionHead
        id="away"
        title={t('today.away.title')}
        note={props.since === null ? undefined : t('today.away.since', { day: dayName(props.since) })}
        end={
          <button type="button" className={classes['link']} onClick={markRead}>
            {t('today.away.markRead')}
          </button>
        }
      />
      {grouped ? (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('today.away.by.label')}
            value={by}
            onChange={(value) => setBy(ways.find((way) => way === value) ?? 'goal')}
            data={ways.map((value) => ({ value, label: t(`today.away.by.${value}`) }))}
          />
          <Groups key={by} items={items} by={by} />
        </>
      ) : (
        <ul className={classes['away']} aria-label={t('today.away.list')}>
          {items.map((item) => (
            <Line key={item.entryId} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
};
