import type { NoteView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, RecordActs, placeOfKind, useAudience, useQuery, useSession } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import {
  AudienceBar,
  DrawnList,
  EditIcon,
  EmptyState,
  IconButton,
  LockIcon,
  Skeleton,
  Words,
  useTime,
} from '#renderer/ui/index.ts';
import classes from '../thread/thread.module.css';

const idOf = (note: NoteView): string => note.id;

/** My notes about a person, newest first. Nobody else can read them: they lie under a key that only I hold. */
export const NoteList = (props: { readonly person: Person; readonly onEdit: (note: NoteView) => void }) => {
  const { t } = useText();
  const { when } = useTime();
  const audienceOf = useAudience();
  const me = useSession()?.me ?? null;
  const { person } = props;
  const { data } = useQuery('notes', { personId: person.id });
  if (data === undefined) return <Skeleton />;
  if (data.notes.length === 0) {
    return (
      <EmptyState
        icon={LockIcon}
        title={t('notes.empty.title', { name: person.name.split(/\s+/u)[0] ?? person.name })}
        sentence={t('notes.empty.sentence')}
      />
    );
  }
  return (
    <>
      <AudienceBar {...audienceOf({ kind: 'self', readerIds: [] })} />
      <DrawnList label={t('notes.list', { name: person.name })} items={data.notes} idOf={idOf} rowSize={88}>
        {(note, row) => (
          <li key={note.id} {...row} className={classes['entry']}>
            <div className={classes['entryHead']}>
              <b>{when(note.at)}</b>
              {note.editedAt !== null && (
                <span className={classes['quiet']}>{t('notes.edited', { when: when(note.editedAt) })}</span>
              )}
              <span className={classes['menu']}>
                <IconButton
                  icon={EditIcon}
                  size="xs"
                  label={t('notes.edit')}
                  onClick={() => {
                    props.onEdit(note);
                  }}
                />
                <RecordActs
                  recordId={note.id}
                  kind="note"
                  authorId={me?.id ?? null}
                  teamReads={false}
                  about={firstLine(note.text)}
                />
              </span>
            </div>
            <div className={classes['words']}>
              <Words size="sm">{note.text}</Words>
            </div>
            {note.evidence !== null && note.evidence.title !== null && (
              <p className={classes['line']}>
                {note.evidence.kind === 'kudos' ? (
                  <span>{t('notes.seenIn', { title: note.evidence.title })}</span>
                ) : (
                  <PlaceLink place={placeOfKind(note.evidence.kind)} id={note.evidence.id}>
                    {t('notes.seenIn', { title: note.evidence.title })}
                  </PlaceLink>
                )}
              </p>
            )}
          </li>
        )}
      </DrawnList>
    </>
  );
};
