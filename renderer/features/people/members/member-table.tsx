import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { SectionHead } from '#renderer/ui/index.ts';
import { HandOverDialog, RemoveDialog } from './member-dialogs.tsx';
import { MemberRow } from './member-row.tsx';
import classes from './members.module.css';

/** Everybody in the team with their role, manager and safety number, and what may be done. */
export const MemberTable = (props: {
  readonly people: readonly Person[];
  readonly standings: QueryResult<'membership'>['people'];
}) => {
  const { t } = useText();
  const [asked, setAsked] = useState<{ readonly act: 'remove' | 'hand-over'; readonly person: Person } | null>(null);
  const byId = new Map(props.standings.map((one) => [one.personId, one]));
  const shown = props.people.filter((person) => person.state === 'member');
  // A whole column of buttons that this person can never press would only be noise.
  const acts = shown.some((person) => {
    const may = byId.get(person.id)?.may;
    return !person.me && may !== undefined && (may.remove === null || may.handOver === null);
  });
  const notes = [t('members.list.note'), ...(acts ? [] : [t('members.list.byAdmins')]), t('members.safety.why')];
  const close = (): void => setAsked(null);
  return (
    <section className={classes['section']} aria-labelledby="members-list">
      <SectionHead id="members-list" title={t('members.list.title')} />
      <p className={classes['note']}>{shown.length === 1 ? t('members.list.alone') : notes.join(' ')}</p>
      <table className={classes['table']} aria-labelledby="members-list">
        <thead>
          <tr>
            <th scope="col">{t('members.list.who')}</th>
            <th scope="col">{t('members.list.role')}</th>
            <th scope="col">{t('members.list.manager')}</th>
            <th scope="col">{t('members.list.safety')}</th>
            {acts && (
              <th scope="col" className={classes['acts']}>
                {t('members.list.acts')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => {
            const standing = byId.get(person.id);
            return standing === undefined ? null : (
              <MemberRow
                key={person.id}
                person={person}
                standing={standing}
                people={shown}
                acts={acts}
                onRemove={() => setAsked({ act: 'remove', person })}
                onHandOver={() => setAsked({ act: 'hand-over', person })}
              />
            );
          })}
        </tbody>
      </table>
      {asked?.act === 'remove' && <RemoveDialog personId={asked.person.id} name={asked.person.name} onClose={close} />}
      {asked?.act === 'hand-over' && (
        <HandOverDialog personId={asked.person.id} name={asked.person.name} onClose={close} />
      )}
    </section>
  );
};
