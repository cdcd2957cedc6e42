import { useState } from 'react';
import type { RefObject } from 'react';
import type { CheckInView, CommentView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
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

const EditComment = (props: {
  readonly comment: CommentView;
  readonly audience: CheckInView['audience'];
  readonly onClose: () => void;
}) => {
  const mentions = useMentions();
  const { t } = useText();
  // The edit is applied at the heads of what its author saw when they began.
  const [begun] = useState(props.comment);
  const [text, setText] = useState(begun.text);
  const edit = useCommand('comment.edit');
  const save = async (): Promise<void> => {
    if (text.trim() === '' || edit.busy) return;
    if (text !== begun.text) {
      const result = await edit.run(
        { id: begun.id, base: [...begun.heads], text, mentions: mentions(text) },
        { quiet: true },
      );
      if (!result.ok) return;
    }
    props.onClose();
  };
  return (
    <div
      className={classes['editing']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <ComposerField
        audience={props.audience}
        minRows={2}
        autoFocus
        aria-label={t('checkIn.comments.edit')}
        value={text}
        error={edit.error?.sentence ?? null}
        onText={setText}
        onSubmit={() => void save()}
      />
      <span className={classes['acts']}>
        <Button tone="quiet" size="xs" keys="escape" onClick={props.onClose}>
          {t('ui.dialog.cancel')}
        </Button>
        <Button tone="primary" size="xs" keys="mod+enter" busy={edit.busy} onClick={() => void save()}>
          {t('checkIn.comments.save')}
        </Button>
      </span>
    </div>
  );
};

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
            <IconButton size="xs" icon={EditIcon} label={t('checkIn.comments.edit')} onClick={() => setEditing(true)} />
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
        <EditComment comment={comment} audience={props.audience} onClose={() => setEditing(false)} />
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
    if (draft.value.trim() === '' || add.busy) return;
    const result = await add.run(
      { targetId: checkIn.id, text: draft.value, mentions: mentions(draft.value) },
      { quiet: true, done: t('checkIn.comments.sent') },
    );
    if (!result.ok) return;
    draft.clear();
    props.onSent?.();
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
          disabled={!draft.ready}
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
