import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, usePersonName } from '#renderer/state/index.ts';
import { Avatar, SectionHead, useTime } from '#renderer/ui/index.ts';
import classes from './team.module.css';

type Missing = QueryResult<'triage'>['missing'];

const useReason = (): ((one: Missing[number]) => string) => {
  const { t } = useText();
  const { calendarDate, when } = useTime();
  return ({ reason, until, dueAt }) => {
    switch (reason) {
      case 'leave':
        return until === null
          ? t('triage.missing.leave')
          : t('triage.missing.leaveUntil', { day: calendarDate(until) });
      case 'not-due':
        return t('triage.missing.not-due', { when: dueAt === null ? '' : when(dueAt) });
      case 'not-started':
      case 'open':
        return t(`triage.missing.${reason}`);
    }
  };
};

/** Who has not checked in for the week, each with what their hours and days off explain. */
export const MissingList = (props: { readonly missing: Missing }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const reasonOf = useReason();
  if (props.missing.length === 0) return null;
  return (
    <section aria-labelledby="team-missing" className={classes['missing']}>
      <SectionHead id="team-missing" title={t('triage.missing.title')} note={t('triage.missing.note')} />
      <ul>
        {props.missing.map((one) => (
          <li key={one.personId}>
            <Avatar person={{ id: one.personId, name: nameOf(one.personId) }} size="sm" />
            <PlaceLink place="people" id={one.personId}>
              {nameOf(one.personId)}
            </PlaceLink>
            <span>{reasonOf(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
