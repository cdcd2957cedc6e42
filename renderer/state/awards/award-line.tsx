import type { ReactNode } from 'react';
import type { AwardView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { AwardIcon, Words, joinNames, useTime } from '#renderer/ui/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import { PlaceLink } from '../navigation.tsx';
import { usePeopleById, usePersonName } from '../people.ts';
import classes from './awards.module.css';

/** One badge, or the same badge for several: what it is called, who gave it to whom, for which value and milestone. */
export const AwardLine = (props: {
  readonly award: AwardView;
  readonly toIds: readonly string[];
  /** Left out where the milestone is what one looks at. */
  readonly withMilestone: boolean;
  /** What a list that draws only what is in sight gives its rows. */
  readonly row?: DrawnRow;
  readonly children?: ReactNode;
}) => {
  const { t, language } = useText();
  const { when } = useTime();
  const people = usePeopleById();
  const nameOf = usePersonName();
  const { award, toIds } = props;
  const who = (id: string | null): string =>
    id !== null && people.get(id)?.me === true ? t('recognition.you') : nameOf(id);
  const names = joinNames(toIds.map(who), language);
  return (
    <li {...props.row} className={classes['award']}>
      <span className={classes['mark']}>
        <AwardIcon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className={classes['what']}>
        <span className={classes['title']} dir="auto">
          {t('recognition.badge', { title: award.title })}
        </span>
        <span className={classes['facts']}>
          <span>{t('recognition.given', { by: who(award.byId), to: names })}</span>
          {award.value !== '' && <span>{t('recognition.for', { value: award.value })}</span>}
          <span>{when(award.at)}</span>
        </span>
        {award.words !== '' && <Words size="sm">{award.words}</Words>}
        {props.withMilestone && award.milestoneTitle !== null && (
          <span className={classes['facts']}>
            <PlaceLink place="tasks" id={award.milestoneId}>
              {t('recognition.milestone', { title: award.milestoneTitle })}
            </PlaceLink>
          </span>
        )}
      </div>
      {props.children}
    </li>
  );
};
