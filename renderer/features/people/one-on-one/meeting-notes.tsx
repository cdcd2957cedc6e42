import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, ProseField, SectionHead, useTime } from '#renderer/ui/index.ts';
import type { MeetingDraft } from './meeting-draft.ts';
import classes from './one-on-one.module.css';

/**
 * Notes of today, which both edit: a draft on this device until they are saved, on the version that its author saw. Notes
 * of an earlier day that were never saved come first.
 */
export const MeetingNotes = (props: { readonly personId: string; readonly draft: MeetingDraft }) => {
  const { t } = useText();
  const { calendarDate } = useTime();
  const { personId } = props;
  const { day, earlier, stored, revision, drop } = props.draft;
  const write = useCommand('meeting.write');
  const { text, base } = revision;
  const title = t(earlier ? 'oneOnOne.notesLeft' : 'oneOnOne.notes');
  const save = async (): Promise<void> => {
    if (write.busy || !revision.ready) return;
    const done = await write.run({ personId, day, base, notes: text }, { quiet: true, done: t('oneOnOne.notesSaved') });
    if (done.ok) revision.clear(text);
  };
  return (
    <section aria-labelledby="one-on-one-notes">
      <SectionHead id="one-on-one-notes" title={title} note={calendarDate(day)} />
      <div className={classes['notes']}>
        <ProseField
          aria-label={title}
          placeholder={t('oneOnOne.notesPlaceholder')}
          minRows={2}
          value={text}
          error={write.error?.sentence ?? null}
          onChange={(event) => revision.set(event.currentTarget.value)}
          onSubmit={() => void save()}
        />
        {text !== stored && (
          <Button size="xs" keys="mod+enter" busy={write.busy} onClick={() => void save()}>
            {earlier ? t('oneOnOne.notesSaveFor', { day: calendarDate(day) }) : t('oneOnOne.notesSave')}
          </Button>
        )}
        {earlier && (
          <Button size="xs" tone="quiet" onClick={drop}>
            {t('oneOnOne.notesDrop')}
          </Button>
        )}
      </div>
    </section>
  );
};
