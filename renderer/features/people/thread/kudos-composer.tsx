import { useState } from 'react';
import type { GoalRow } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  ComposerField,
  useAudience,
  useCommand,
  useDraft,
  useMentions,
  usePeople,
  useSession,
} from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { AudienceBar, Button, SelectField, SubmitForm } from '#renderer/ui/index.ts';
import classes from './thread.module.css';

export interface KudosComposerProps {
  readonly person: Person;
  /** Goals that can serve as evidence. */
  readonly goals: readonly GoalRow[];
  readonly onClose: () => void;
}

/** Recognition with a value of the team and a link to the evidence. Always readable by everyone. */
export const KudosComposer = (props: KudosComposerProps) => {
  const { t } = useText();
  const { person, goals } = props;
  const team = useSession()?.team;
  const people = usePeople();
  const audienceOf = useAudience();
  const mentionsOf = useMentions();
  const draft = useDraft(`kudos/${person.id}`);
  const give = useCommand('kudos.give');
  const values = team?.values ?? [];
  const [value, setValue] = useState('');
  const [evidence, setEvidence] = useState('');

  const submit = async (): Promise<void> => {
    const { ready, value: text } = draft;
    if (!ready || text.trim() === '' || give.busy) return;
    const result = await give.run(
      {
        toId: person.id,
        value,
        text,
        evidenceId: evidence === '' ? null : evidence,
        mentions: mentionsOf(text),
      },
      { quiet: true, done: t('people.kudosForm.given') },
    );
    if (result.ok && draft.clear(text) === '') props.onClose();
  };

  return (
    <SubmitForm
      className={classes['composer']}
      label={t('people.kudosForm.title', { name: person.name })}
      busy={give.busy}
      onSubmit={() => void submit()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <h3>{t('people.kudosForm.title', { name: person.name })}</h3>
      <AudienceBar
        future
        id="kudos-readers"
        {...audienceOf({ kind: 'team', readerIds: people.map((reader) => reader.id) })}
      />
      <ComposerField
        audience={{ kind: 'team', readerIds: [] }}
        aria-label={t('people.kudosForm.text')}
        aria-describedby="kudos-readers"
        placeholder={t('people.kudosForm.placeholder', { name: person.name.split(/\s+/u)[0] ?? person.name })}
        value={draft.value}
        onText={draft.set}
        onSubmit={() => void submit()}
        error={give.error?.sentence ?? null}
        autoFocus
      />
      {values.length > 0 && (
        <SelectField
          label={t('people.kudosForm.value')}
          data={[
            { value: '', label: t('people.kudosForm.noValue') },
            ...values.map((name) => ({ value: name, label: name })),
          ]}
          value={value}
          onChange={(chosen) => {
            setValue(chosen ?? '');
          }}
        />
      )}
      {goals.length > 0 && (
        <SelectField
          label={t('people.kudosForm.evidence')}
          data={[
            { value: '', label: t('people.kudosForm.noEvidence') },
            ...[...new Map(goals.map((goal) => [goal.objectiveId, goal])).values()].map((goal) => ({
              value: goal.objectiveId,
              label: goal.title,
            })),
          ]}
          value={evidence}
          onChange={(chosen) => {
            setEvidence(chosen ?? '');
          }}
        />
      )}
      <div className={classes['acts']}>
        <span className={classes['hint']} role="status">
          {draft.saved && draft.value !== '' ? t('people.feedback.kept') : ''}
        </span>
        <Button tone="quiet" size="xs" keys="escape" onClick={props.onClose}>
          {t('people.kudosForm.cancel')}
        </Button>
        <Button
          tone="primary"
          size="xs"
          type="submit"
          keys="mod+enter"
          busy={give.busy}
          disabled={draft.value.trim() === ''}
        >
          {t('people.kudosForm.give')}
        </Button>
      </div>
    </SubmitForm>
  );
};
