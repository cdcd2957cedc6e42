import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, useSession } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Avatar, EditIcon, HistoryIcon, IconButton, Words, useTime } from '#renderer/ui/index.ts';
import { useStatedWords } from '../norm-list.tsx';
import { ProfileDialog } from '../profile/profile-dialog.tsx';
import { MemberMenu } from './member-menu.tsx';
import classes from './thread.module.css';

/** Who this is, where and when they are, and how to work with them. */
export const ThreadHead = (props: { readonly person: Person; readonly mayAdminister: boolean }) => {
  const { t } = useText();
  const { person } = props;
  const { now, clock } = useTime();
  const me = useSession()?.me;
  const go = useGo();
  const stated = useStatedWords();
  const [editing, setEditing] = useState(false);
  const first = person.name.split(/\s+/u)[0] ?? person.name;
  const relation =
    me?.managerId === person.id
      ? t('people.thread.manager')
      : me !== null && me !== undefined && person.managerId === me.id
        ? t('people.thread.report')
        : person.title;
  const where = t('people.thread.where', {
    place: person.place === '' ? person.timeZone : person.place,
    time: clock(now, person.timeZone),
  });
  const facts = [relation, where].filter((fact) => fact !== '').join(t('ui.list.comma'));
  return (
    <header className={classes['head']}>
      <div className={classes['who']}>
        <Avatar person={person} size="xl" />
        <div>
          <h2>{person.name}</h2>
          <div className={classes['meta']}>{facts}</div>
          <div className={classes['meta']}>{t('people.thread.hours', { words: stated(person) })}</div>
        </div>
        {person.recordId !== null && (
          <IconButton
            icon={HistoryIcon}
            size="xs"
            label={t('erasure.menu.history')}
            onClick={() => {
              go('trust', person.recordId);
            }}
          />
        )}
        {props.mayAdminister && !person.me && <MemberMenu person={person} />}
        {person.me && (
          <IconButton
            icon={EditIcon}
            label={t('people.thread.edit')}
            onClick={() => {
              setEditing(true);
            }}
          />
        )}
      </div>
      {person.howToWorkWithMe !== '' ? (
        <Words size="sm" quiet>
          {t('people.thread.words', { words: person.howToWorkWithMe })}
        </Words>
      ) : (
        <p className={classes['meta']}>
          {person.me ? t('people.thread.mineNoWords') : t('people.thread.noWords', { name: first })}
        </p>
      )}
      {editing && (
        <ProfileDialog
          opened
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </header>
  );
};
