import { useMemo, useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { DrawnBody, SectionHead, classNames } from '#renderer/ui/index.ts';
import { HandOverDialog, RemoveDialog } from './member-dialogs.tsx';
import { MemberRow, type Standing } from './member-row.tsx';
import classes from './members.module.css';

interface Shown {
  readonly person: Person;
  readonly standing: Standing;
}
const idOf = ({ person }: Shown): string => person.id;
/** A name above a line of small print, in pixels. */
const rowSize = 56;

/** Everybody in the team with their role, manager and safety number, and what may be done. */
export const MemberTable = (props: { readonly people: readonly Person[]; readonly standings: readonly Standing[] }) => {
  const { t } = useText();
  const [asked, setAsked] = useState<{ readonly act: 'remove' | 'hand-over'; readonly person: Person } | null>(null);
  const { people, standings } = props;
  const shown = useMemo(() => {
    const byId = new Map(standings.map((one) => [one.personId, one]));
    return people.flatMap((person): readonly Shown[] => {
      const standing = byId.get(person.id);
      return standing === undefined ? [] : [{ person, standing }];
    });
  }, [people, standings]);
  // A whole column of buttons that this person can never press would only be noise.
  const acts = shown.some(
    ({ person, standing: { may } }) => !person.me && (may.remove === null || may.handOver === null),
  );
  const notes = [t('members.list.note'), ...(acts ? [] : [t('members.list.byAdmins')]), t('members.safety.why')];
  const close = (): void => setAsked(null);
  return (
    <section className={classes['section']} aria-labelledby="members-list">
      <SectionHead id="members-list" title={t('members.list.title')} />
      <p className={classes['note']}>{shown.length === 1 ? t('members.list.alone') : notes.join(' ')}</p>
      <table
        className={classNames(classes['table'], !acts && classes['noActs'])}
        aria-labelledby="members-list"
        aria-rowcount={shown.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('members.list.who')}</th>
            <th scope="col" className={classes['pickColumn']}>
              {t('members.list.role')}
            </th>
            <th scope="col" className={classes['pickColumn']}>
              {t('members.list.manager')}
            </th>
            <th scope="col" className={classes['safetyColumn']}>
              {t('members.list.safety')}
            </th>
            {acts && (
              <th scope="col" className={classNames(classes['acts'], classes['actsColumn'])}>
                {t('members.list.acts')}
              </th>
            )}
          </tr>
        </thead>
        <DrawnBody items={shown} idOf={idOf} rowSize={rowSize}>
          {({ person, standing }, row) => (
            <MemberRow
              key={person.id}
              row={row}
              person={person}
              standing={standing}
              people={people}
              acts={acts}
              onRemove={() => setAsked({ act: 'remove', person })}
              onHandOver={() => setAsked({ act: 'hand-over', person })}
            />
          )}
        </DrawnBody>
      </table>
      {asked?.act === 'remove' && <RemoveDialog personId={asked.person.id} name={asked.person.name} onClose={close} />}
      {asked?.act === 'hand-over' && (
        <HandOverDialog personId={asked.person.id} name={asked.person.name} onClose={close} />
      )}
    </section>
  );
};
