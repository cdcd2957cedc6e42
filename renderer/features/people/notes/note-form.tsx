import { useMemo, useState } from 'react';
import type { NoteView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand, useQuery, useRevisionDraft } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { AudienceBar, Button, ProseField, SelectField, SubmitForm, isoWeekWords } from '#renderer/ui/index.ts';
import classes from '../thread/thread.module.css';

/** What a note can point to: the person's goals and latest check-ins, and kudos they got. */
const useEvidence = (person: Person): readonly { readonly value: string; readonly label: string }[] => {
  const { t } = useText();
  const thread = useQuery('thread', { personId: person.id }).data;
  const checkIns = useQuery('checkIns', { personId: person.id, limit: 12 }).data?.checkIns ?? [];
  return [
    ...(thread?.goals ?? []).flatMap((goal) =>
      goal.kind === 'objective' ? [{ value: goal.id, label: goal.title }] : [],
    ),
    ...checkIns.map((one) => ({ value: one.id, label: t('notes.checkIn', { week: isoWeekWords(one.week, t) }) })),
    ...(thread?.kudos ?? []).flatMap((one) =>
      one.toId === person.id ? [{ value: one.id, label: t('notes.kudos', { text: one.text.slice(0, 60) }) }] : [],
    ),
  ];
};

/** Writes a note about a person that only its author can read, or words an earlier one anew. */
export const NoteForm = (props: {
  readonly person: Person;
  readonly note?: NoteView | undefined;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { person } = props;
  // As it was when the form came up: what another device of mine says meanwhile is merged, never overwritten.
  const [note] = useState(props.note);
  const audienceOf = useAudience();
  const stored = useMemo(() => (note === undefined ? null : { text: note.text, heads: note.heads }), [note]);
  const draft = useRevisionDraft(`note/${note?.id ?? person.id}`, stored);
  const write = useCommand('note.write');
  const known = useEvidence(person);
  const [evidence, setEvidence] = useState(note?.evidence?.id ?? '');
  const { text } = draft;
  const seen = note?.evidence ?? null;
  const choices =
    seen === null || known.some((one) => one.value === seen.id)
      ? known
      : [{ value: seen.id, label: seen.title ?? t('notes.away') }, ...known];

  const save = async (): Promise<void> => {
    if (!draft.ready || text.trim() === '' || write.busy) return;
    const done = await write.run(
      {
        aboutId: person.id,
        text,
        evidenceId: evidence === '' ? null : evidence,
        ...(note === undefined ? {} : { id: note.id, base: draft.base ?? [...note.heads] }),
      },
      { quiet: true, done: t('notes.saved') },
    );
    if (!done.ok) return;
    draft.clear(text);
    props.onClose();
  };

  return (
    <SubmitForm
      className={classes['composer']}
      label={t('notes.formTitle', { name: person.name })}
      busy={write.busy}
      onSubmit={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <h3>{t('notes.formTitle', { name: person.name })}</h3>
      <AudienceBar future id="note-readers" {...audienceOf({ kind: 'self', readerIds: [] })} />
      <ProseField
        aria-label={t('notes.text')}
        aria-describedby="note-readers"
        placeholder={t('notes.placeholder')}
        minRows={2}
        value={text}
        error={write.error?.sentence ?? null}
        onChange={(event) => draft.set(event.currentTarget.value)}
        onSubmit={() => void save()}
        autoFocus
      />
      {choices.length > 0 && (
        <SelectField
          label={t('notes.evidence')}
          data={[{ value: '', label: t('notes.noEvidence') }, ...choices]}
          value={evidence}
          searchable
          onChange={(chosen) => setEvidence(chosen ?? '')}
        />
      )}
      <div className={classes['acts']}>
        <span className={classes['hint']} role="status">
          {draft.kept ? t('people.feedback.kept') : ''}
        </span>
        <Button tone="quiet" size="xs" keys="escape" onClick={props.onClose}>
          {t('ui.dialog.cancel')}
        </Button>
        <Button tone="primary" size="xs" type="submit" keys="mod+enter" busy={write.busy} disabled={text.trim() === ''}>
          {t('notes.save')}
        </Button>
      </div>
    </SubmitForm>
  );
};
