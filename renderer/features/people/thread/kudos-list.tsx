import type { KudosView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, RecordActs, usePeopleById, usePersonName } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Avatar, AwardIcon, EmptyState, Words, useTime } from '#renderer/ui/index.ts';
import classes from './thread.module.css';

/** Kudos to or by this person. Everyone in the team can read them. */
export const KudosList = (props: { readonly person: Person; readonly kudos: readonly KudosView[] }) => {
  const { t } = useText();
  const { when } = useTime();
  const people = usePeopleById();
  const nameOf = usePersonName();
  if (props.kudos.length === 0) {
    return (
      <EmptyState
        icon={AwardIcon}
        title={t('people.thread.emptyKudos.title')}
        sentence={t('people.thread.emptyKudos.sentence')}
      />
    );
  }
  const who = (id: string | null): string =>
    id !== null && people.get(id)?.me === true ? t('people.thread.you') : nameOf(id);
  return (
    <ul>
      {props.kudos.map((item) => (
        <li key={item.id} className={classes['entry']}>
          <div className={classes['entryHead']}>
            <Avatar person={{ id: item.byId ?? item.id, name: nameOf(item.byId) }} size="sm" />
            <b>{who(item.byId)}</b>
            <span className={classes['quiet']}>{t('people.thread.to', { name: who(item.toId) })}</span>
            {item.value !== '' && <b>{t('people.thread.for', { value: item.value })}</b>}
            <span className={classes['quiet']}>{when(item.at)}</span>
            <span className={classes['menu']}>
              <RecordActs recordId={item.id} kind="kudos" authorId={item.byId} teamReads />
            </span>
          </div>
          <div className={classes['words']}>
            <Words size="sm">{item.text}</Words>
          </div>
          {item.evidenceId !== null && item.evidenceTitle !== null && (
            <PlaceLink place="goals" id={item.evidenceId}>
              {t('people.thread.evidence', { title: item.evidenceTitle })}
            </PlaceLink>
          )}
        </li>
      ))}
    </ul>
  );
};
