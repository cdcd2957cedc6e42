import { useState } from 'react';
import { Switch } from '@mantine/core';
import { requestClock } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { skip, useAudience, useCommand, useDraft, useQuery, useReports, useSession } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { AudienceBar, Button, NormClock, ProseField, SelectField, SubmitForm, useTime } from '#renderer/ui/index.ts';
import classes from '../thread/thread.module.css';

/** Asks a person for feedback, about me or about somebody who reports to me, on a goal or in general; with the norm's clock. */
export const AskFeedbackForm = (props: { readonly person: Person; readonly onClose: () => void }) => {
  const { t } = useText();
  const { person } = props;
  const { now } = useTime();
  const me = useSession()?.me ?? null;
  const reports = useReports().filter((report) => report.id !== person.id);
  const audienceOf = useAudience();
  const draft = useDraft(`ask-feedback/${person.id}`);
  const ask = useCommand('feedback.request');
  const [aboutId, setAbout] = useState(me?.id ?? '');
  const [goalId, setGoal] = useState('');
  const [urgent, setUrgent] = useState(false);
  const goals = useQuery('thread', aboutId === '' ? skip : { personId: aboutId }).data?.goals ?? [];
  const objectives = goals.filter((goal) => goal.kind === 'objective');
  const first = person.name.split(/\s+/u)[0] ?? person.name;

  const send = async (): Promise<void> => {
    const { ready, value } = draft;
    if (!ready || value.trim() === '' || ask.busy) return;
    const done = await ask.run(
      { askedId: person.id, aboutId, prompt: value, goalId: goalId === '' ? null : goalId, urgent },
      { quiet: true, done: t('feedbackRequests.ask.sent', { name: first }) },
    );
    if (done.ok && draft.clear(value) === '') props.onClose();
  };

  return (
    <SubmitForm
      className={classes['composer']}
      label={t('feedbackRequests.ask.title', { name: person.name })}
      busy={ask.busy}
      onSubmit={() => void send()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <h3>{t('feedbackRequests.ask.title', { name: person.name })}</h3>
      <AudienceBar
        future
        id="ask-feedback-readers"
        {...audienceOf({ kind: 'named', readerIds: [...(me === null ? [] : [me.id]), person.id] })}
      />
      <ProseField
        aria-label={t('feedbackRequests.ask.prompt')}
        aria-describedby="ask-feedback-readers"
        placeholder={t('feedbackRequests.ask.placeholder')}
        minRows={2}
        value={draft.value}
        onChange={(event) => {
          draft.set(event.currentTarget.value);
        }}
        onSubmit={() => void send()}
        error={ask.error?.sentence ?? null}
        autoFocus
      />
      {me !== null && reports.length > 0 && (
        <SelectField
          label={t('feedbackRequests.ask.about')}
          data={[
            { value: me.id, label: t('feedbackRequests.ask.aboutMe') },
            ...reports.map((report) => ({ value: report.id, label: report.name })),
          ]}
          value={aboutId}
          onChange={(chosen) => {
            setAbout(chosen ?? me.id);
            setGoal('');
          }}
        />
      )}
      {objectives.length > 0 && (
        <SelectField
          label={t('feedbackRequests.ask.goal')}
          data={[
            { value: '', label: t('feedbackRequests.ask.noGoal') },
            ...objectives.map((goal) => ({ value: goal.id, label: goal.title })),
          ]}
          value={goalId}
          onChange={(chosen) => {
            setGoal(chosen ?? '');
          }}
        />
      )}
      <Switch
        label={t('feedbackRequests.ask.urgent')}
        checked={urgent}
        onChange={(event) => {
          setUrgent(event.currentTarget.checked);
        }}
      />
      <NormClock norm={requestClock({ since: now, urgent, recipient: person, now })} recipient={person} />
      <div className={classes['acts']}>
        <span className={classes['hint']} role="status">
          {draft.saved && draft.value !== '' ? t('people.feedback.kept') : ''}
        </span>
        <Button tone="quiet" size="xs" keys="escape" onClick={props.onClose}>
          {t('ui.dialog.cancel')}
        </Button>
        <Button
          tone="primary"
          size="xs"
          type="submit"
          keys="mod+enter"
          busy={ask.busy}
          disabled={draft.value.trim() === ''}
        >
          {t('feedbackRequests.ask.send')}
        </Button>
      </div>
    </SubmitForm>
  );
};
