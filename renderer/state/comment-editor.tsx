import { useState } from 'react';
import type { Audience, CommentView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Button, SubmitForm, keepKeys } from '#renderer/ui/index.ts';
import classes from './comment-editor.module.css';
import { ComposerField, useMentions } from './composer.tsx';
import { useCommand } from './use-command.ts';

/** Changes the text of one's own comment, wherever the comment stands. */
export const CommentEditor = (props: {
  readonly comment: CommentView;
  /** Who reads what the comment is about, and so the comment. */
  readonly audience: Pick<Audience, 'kind' | 'readerIds'>;
  readonly onClose: () => void;
}) => {
  const mentions = useMentions();
  const { t } = useText();
  // What the author saw when the edit began: a text that arrives meanwhile is merged, never overwritten.
  const [begun] = useState(props.comment);
  const [text, setText] = useState(begun.text);
  const edit = useCommand('comment.edit');
  const save = async (): Promise<void> => {
    if (text.trim() === '' || edit.busy) return;
    if (text !== begun.text) {
      const result = await edit.run(
        { id: begun.id, base: [...begun.heads], text, mentions: mentions(text) },
        { quiet: true, done: t('ui.comment.saved') },
      );
      if (!result.ok) return;
    }
    props.onClose();
  };
  return (
    <SubmitForm
      className={classes['editor']}
      busy={edit.busy}
      onSubmit={() => void save()}
      onKeyDown={(event) => {
        keepKeys(event);
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <ComposerField
        audience={props.audience}
        minRows={2}
        autoFocus
        aria-label={t('ui.comment.edit')}
        value={text}
        error={edit.error?.sentence ?? null}
        onText={setText}
        onSubmit={() => void save()}
      />
      <span className={classes['acts']}>
        <Button size="xs" tone="quiet" keys="escape" onClick={props.onClose}>
          {t('ui.dialog.cancel')}
        </Button>
        <Button size="xs" tone="primary" type="submit" keys="mod+enter" busy={edit.busy} disabled={text.trim() === ''}>
          {t('ui.comment.save')}
        </Button>
      </span>
    </SubmitForm>
  );
};
