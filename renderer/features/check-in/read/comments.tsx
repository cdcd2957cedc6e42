import { useState } from 'react';
import type { RefObject } from 'react';
import type { CheckInView, CommentView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  CommentEditor,
  ComposerField,
  RecordActs,
  useAudience,
  useCommand,
  useDraft,
  useMentions,
  usePeopleById,
  usePersonName,
} from '#renderer/state/index.ts';
import { AudienceBar, Avatar, Button, EditIcon, IconButton, SectionHead, Words, useTime } from '#renderer/ui/index.ts';
import classes from './read.module.css';

const Comment = (props: { readonly comment: CommentView; readonly audience: CheckInView['audience'] }) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const people = usePeopleById();
  const [editing, setEditing] = useState(false);
  const { comment } = props;
  const mine = comment.byId !== null && people.get(comment.byId)?.me === true;
  return (
    <li className={classes['comment']}>
      <div className={classes['commentHead']}>
        <Avatar person={{ id: comment.byId ?? comment.id, name: nameOf(comment.byId) }} size="sm" />
        <b>{mine ? t('checkIn.read.You') : nameOf(comment.byId)}</b>
        <span className={classes['quiet']}>
          {when(comment.at)}
          {comment.editedAt !== null && ` ${t('checkIn.comments.edited')}`}
        </span>
        <span className={classes['commentActs']}>
          {mine && !editing && (
            <IconButton size="xs" icon={EditIcon} label={t('ui.comment.edit')} onClick={() => setEditing(true)} />
          )}
          {!editing && (
            <RecordActs
              recordId={comment.id}
              kind="comment"
              authorId={comment.byId}
              teamReads
              about={firstLine(comment.text)}
            />
          )}
        </span>
      </div>
      {editing ? (
        <CommentEditor comment={comment} audience={props.audience} onClose={() => setEditing(false)} />
      ) : (
        <Words size="sm" mentions={comment.mentions}>
          {comment.text}
        </Words>
      )}
    </li>
  );
};

export interface CommentsProps {
  readonly checkIn: CheckInView;
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly onSent?: (() => void) | undefined;
}

/** What others answered, for exactly the readers of the check-in. */
export const Comments = (props: CommentsProps) => {
  const { t } = useText();
  const audienceOf = useAudience();
  const { checkIn, composer } = props;
  const draft = useDraft(`comment/${checkIn.id}`);
  const add = useCommand('comment.add');
  const mentions = useMentions();
  const send = async (): Promise<void> => {
    const { ready, value } = draft;
    if (!ready || value.trim() === '' || add.busy) return;
    const result = await add.run(
      { targetId: checkIn.id, text: value, mentions: mentions(value) },
      { quiet: true, done: t('checkIn.comments.sent') },
    );
    if (result.ok && draft.clear(value) === '') props.onSent?.();
  };
  return (
    <section>
      <SectionHead title={t('checkIn.comments.title')} level={3} />
      <ul>
        {checkIn.comments.map((comment) => (
          <Comment key={comment.id} comment={comment} audience={checkIn.audience} />
        ))}
      </ul>
      <form
        className={classes['composer']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <AudienceBar {...audienceOf(checkIn.audience)} future id="comment-readers" />
        <ComposerField
          ref={composer}
          audience={checkIn.audience}
          minRows={2}
          aria-label={t('checkIn.comments.write')}
          aria-describedby="comment-readers"
          placeholder={t('checkIn.comments.placeholder')}
          value={draft.value}
          error={add.error?.sentence ?? null}
          onText={draft.set}
          onSubmit={() => void send()}
        />
        <span className={classes['acts']}>
          <span className={classes['quiet']} role="status">
            {draft.saved && draft.value !== '' ? t('checkIn.kept') : ''}
          </span>
          <Button type="submit" size="xs" keys="mod+enter" busy={add.busy} disabled={draft.value.trim() === ''}>
            {t('checkIn.comments.send')}
          </Button>
        </span>
      </form>
    </section>
  );
};
