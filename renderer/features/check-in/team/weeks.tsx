import type { QueryResult, TriageCell } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, usePersonName } from '#renderer/state/index.ts';
import { Avatar, SectionHead, classNames } from '#renderer/ui/index.ts';
import classes from './team.module.css';

const numberOf = (week: string): number => Number(week.slice(6));

const Cell = (props: { readonly cell: TriageCell; readonly name: string }) => {
  const { t } = useText();
  const { cell, name } = props;
  const said = t('triage.weeks.cell', {
    name,
    week: numberOf(cell.week),
    state: t(`triage.weeks.states.${cell.state}`),
  });
  const words = cell.acknowledged ? t('triage.weeks.acknowledged', { cell: said }) : said;
  const mark = classNames(classes['mark'], classes[cell.state], cell.acknowledged && classes['read']);
  return (
    <td>
      {cell.checkInId === null ? (
        <span className={mark} role="img" aria-label={words} title={words} />
      ) : (
        <PlaceLink place="check-in" id={cell.checkInId} className={classes['markLink']} aria-label={words}>
          <span className={mark} title={words} />
        </PlaceLink>
      )}
    </td>
  );
};

/** The team's last weeks: which check-ins there are, one mark each; no sums and no order but the names'. */
export const Weeks = (props: Pick<QueryResult<'triage'>, 'weeks' | 'team'>) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const { weeks, team } = props;
  return (
    <section className={classes['weeks']} aria-labelledby="team-weeks">
      <SectionHead id="team-weeks" title={t('triage.weeks.title')} note={t('triage.weeks.note')} />
      <div className={classes['tableFrame']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('triage.weeks.person')}</th>
              {weeks.map((week) => (
                <th key={week} scope="col">
                  {t('triage.weeks.week', { week: numberOf(week) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {team.map(({ personId, cells }) => (
              <tr key={personId}>
                <th scope="row">
                  <span>
                    <Avatar person={{ id: personId, name: nameOf(personId) }} size="sm" />
                    {nameOf(personId)}
                  </span>
                </th>
                {cells.map((cell) => (
                  <Cell key={cell.week} cell={cell} name={nameOf(personId)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
