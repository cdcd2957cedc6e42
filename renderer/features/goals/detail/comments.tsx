import { useEffect, useRef, useState } from 'react';
import type { CommentView, ObjectiveView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  CommentEditor,
  ComposerField,
  RecordActs,
  RecordConflicts,
  useAudience,
  useCommand,
  useDraft,
  useMentions,
  usePersonName,
  useSession,
} from '#renderer/state/index.ts';
import {
  AudienceBar,
  Avatar,
  Button,
  CommentIcon,
  DrawnList,
  EditIcon,
  IconButton,
  SectionHead,
  Words,
  keepKeys,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import classes from './detail.module.css';

const idOf = (comment: CommentView): string => comment.id;

const Comment = (props: {
  readonly comment: CommentView;
  readonly audience: ObjectiveView['audience'];
  readonly row: DrawnRow;
}) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const me = useSession()?.me;
  const [editing, setEditing] = useState(false);
  const { comment } = props;
  const mine = me !== null && me !== undefined && comment.byId === me.id;
  return (
    <li {...props.row} className={classes['update']}>
      <div className={classes['updateHead']}>
        <Avatar person={{ id: comment.byId ?? '', name: nameOf(comment.byId) }} size="sm" />
        <b>{nameOf(comment.byId)}</b>
        <span className={classes['quiet']}>
          {when(comment.at)}
          {comment.editedAt !== null &&
            `${t('ui.list.comma')}${t('goals.comments.edited', { when: when(comment.editedAt) })}`}
        </span>
        {!editing && (
          <span className={classes['end']}>
            {mine && (
              <IconButton
                icon={EditIcon}
                label={t('ui.comment.edit')}
                size="xs"
                onClick={() => {
                  setEditing(true);
                }}
              />
            )}
            <RecordActs
              recordId={comment.id}
              kind="comment"
              authorId={comment.byId}
              teamReads
              about={firstLine(comment.text)}
            />
          </span>
        )}
      </div>
      {editing ? (
        <CommentEditor
          comment={comment}
          audience={props.audience}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : (
        <Words mentions={comment.mentions}>{comment.text}</Words>
      )}
      <RecordConflicts
        recordId={comment.id}
        heads={comment.heads}
        conflicts={comment.conflicts}
        labelOf={() => t('goals.comments.text')}
        say={(_, value) => String(value ?? '')}
        refusalOf={() => (mine ? null : t('goals.comments.onlyAuthor', { name: nameOf(comment.byId) }))}
      />
    </li>
  );
};

const Composer = (props: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { t } = useText();
  const audienceOf = useAudience();
  const { objective } = props;
  const draft = useDraft(`comment/${objective.id}`);
  const add = useCommand('comment.add');
  const mentions = useMentions();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const send = async (): Promise<void> => {
    const { ready, value } = draft;
    if (!ready || value.trim() === '' || add.busy) return;
    const result = await add.run(
      { targetId: objective.id, text: value, mentions: mentions(value) },
      { quiet: true, done: t('goals.comments.sent') },
    );
    if (result.ok && draft.clear(value) === '') props.onClose();
  };
  const audience = audienceOf(objective.audience);
  return (
    <form
      ref={box}
      className={classes['composer']}
      aria-label={t('goals.comments.write')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        keepKeys(event);
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <AudienceBar future id="comment-readers" {...audience} />
      <ComposerField
        audience={objective.audience}
        aria-label={t('goals.comments.text')}
        aria-describedby="comment-readers"
        value={draft.value}
        autoFocus
        error={add.error?.sentence ?? null}
        onText={draft.set}
        onSubmit={() => void send()}
      />
      <div className={classes['acts']}>
        <span className={classes['kept']} role="status">
          {draft.saved && draft.value !== '' ? t('goals.comments.kept') : ''}
        </span>
        <Button size="xs" tone="quiet" keys="escape" onClick={props.onClose}>
          {t('goals.cancel')}
        </Button>
        <Button
          size="xs"
          tone="primary"
          type="submit"
          keys="mod+enter"
          busy={add.busy}
          disabled={draft.value.trim() === ''}
        >
          {audience.kind === 'team' ? t('goals.comments.sendAll') : t('goals.comments.send')}
        </Button>
      </div>
    </form>
  );
};

/** What was said about a goal, oldest first, and a place to answer. */
export const Comments = (props: { readonly objective: ObjectiveView; readonly refusal: string | null }) => {
  const { t } = useText();
  const [writing, setWriting] = useState(false);
  const { objective, refusal } = props;
  const write = (): void => {
    if (refusal === null) setWriting(true);
  };
  useKeys(refusal === null ? [{ keys: 'c', label: t('goals.comments.write'), run: write }] : []);
  return (
    <section aria-labelledby="goal-comments">
      <SectionHead
        id="goal-comments"
        level={3}
        title={t('goals.comments.title')}
        note={
          objective.comments.length === 0
            ? t('goals.comments.none')
            : t('goals.comments.count', { count: objective.comments.length })
        }
      />
      <DrawnList labelledBy="goal-comments" items={objective.comments} idOf={idOf} rowSize={76}>
        {(comment, row) => <Comment key={comment.id} comment={comment} audience={objective.audience} row={row} />}
      </DrawnList>
      {writing ? (
        <Composer
          objective={objective}
          onClose={() => {
            setWriting(false);
          }}
        />
      ) : (
        <>
          <Button size="xs" icon={CommentIcon} keys="c" onClick={write} disabled={refusal !== null}>
            {t('goals.comments.write')}
          </Button>
          {refusal !== null && <p className={classes['refusal']}>{refusal}</p>}
        </>
      )}
    </section>
  );
};
