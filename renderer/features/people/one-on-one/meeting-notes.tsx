import { useMemo } from 'react';
import type { MeetingView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useRevisionDraft } from '#renderer/state/index.ts';
import { Button, ProseField } from '#renderer/ui/index.ts';
import classes from './one-on-one.module.css';

/** Notes of today, which both edit: a draft on this device until they are saved, on the version that its author saw. */
export const MeetingNotes = (props: {
  readonly personId: string;
  readonly day: string;
  readonly meeting: MeetingView | undefined;
}) => {
  const { t } = useText();
  const { personId, day, meeting } = props;
  const stored = useMemo(
    () => (meeting === undefined ? null : { text: meeting.notes, heads: meeting.heads }),
    [meeting],
  );
  const draft = useRevisionDraft(`meeting/${personId}/${day}`, stored);
  const write = useCommand('meeting.write');
  const { text, base } = draft;
  const save = async (): Promise<void> => {
    if (write.busy || !draft.ready) return;
    const done = await write.run({ personId, day, base, notes: text }, { quiet: true, done: t('oneOnOne.notesSaved') });
    if (done.ok) draft.clear(text);
  };
  return (
    <div className={classes['notes']}>
      <ProseField
        aria-label={t('oneOnOne.notes')}
        placeholder={t('oneOnOne.notesPlaceholder')}
        minRows={2}
        value={text}
        error={write.error?.sentence ?? null}
        onChange={(event) => draft.set(event.currentTarget.value)}
        onSubmit={() => void save()}
      />
      {text !== (stored?.text ?? '') && (
        <Button size="xs" keys="mod+enter" busy={write.busy} onClick={() => void save()}>
          {t('oneOnOne.notesSave')}
        </Button>
      )}
    </div>
  );
};
