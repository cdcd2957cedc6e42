import { useState } from 'react';
import { Switch } from '@mantine/core';
import { requestClock } from '#shared/domain/index.ts';
import type { RequestView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { ComposerField, useAudience, useCommand, useMentions, usePeople } from '#renderer/state/index.ts';
import { AudienceBar, FormDialog, NormClock, SelectField, TextField, useTime } from '#renderer/ui/index.ts';
import classes from './requests.module.css';

/** Says better what was asked: the words, how soon, or whom it waits for. Says who can read it then. */
export const EditDialog = (props: {
  readonly request: RequestView;
  readonly onClose: () => void;
  readonly onChanged: (id: string) => void;
}) => {
  const { t } = useText();
  const { now } = useTime();
  const people = usePeople();
  const audienceOf = useAudience();
  const mentionsOf = useMentions();
  const update = useCommand('request.update');
  // As it was when the form came up: what arrives meanwhile is merged, never overwritten.
  const [request] = useState(props.request);
  const [question, setQuestion] = useState(request.question);
  const [text, setText] = useState(request.text);
  const [urgent, setUrgent] = useState(request.urgent);
  const [toId, setToId] = useState(request.toId);
  const others = people.filter((person) => person.id !== request.fromId && person.role !== 'guest');
  const to = people.find((person) => person.id === toId);
  const moved = toId !== request.toId;
  const begins = moved || request.norm === null ? now : request.askedAt;
  const save = async (): Promise<void> => {
    const done = await update.run(
      {
        id: request.id,
        base: [...request.heads],
        ...(question === request.question ? {} : { question }),
        ...(text === request.text ? {} : { text }),
        ...(urgent === request.urgent ? {} : { urgent }),
        ...(moved ? { toId } : {}),
        mentions: mentionsOf(`${question}\n${text}`),
      },
      { quiet: true, done: t('requests.edit.done') },
    );
    if (!done.ok) return;
    props.onChanged(done.value.id === '' ? request.id : done.value.id);
    props.onClose();
  };
  const readerIds = [request.fromId, toId];
  return (
    <FormDialog
      title={t('requests.edit.title')}
      size={560}
      onClose={props.onClose}
      onSubmit={() => void save()}
      act={t('requests.edit.save')}
      busy={update.busy}
      disabled={question.trim() === ''}
      error={update.error?.sentence}
    >
      <TextField
        label={t('requests.ask.question')}
        value={question}
        maxLength={300}
        data-autofocus
        error={question.trim() === '' ? t('requests.ask.questionMissing') : null}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <ComposerField
        audience={request.audience}
        label={t('requests.ask.text')}
        minRows={3}
        value={text}
        onText={setText}
        onSubmit={() => void save()}
      />
      <SelectField
        label={t('requests.ask.to')}
        searchable
        value={toId}
        data={others.map((person) => ({ value: person.id, label: person.name }))}
        onChange={(value) => setToId(value ?? request.toId)}
      />
      {moved && <p className={classes['quiet']}>{t('requests.handOn.sentence')}</p>}
      <Switch
        label={t('requests.ask.urgent')}
        checked={urgent}
        onChange={(event) => setUrgent(event.currentTarget.checked)}
      />
      <AudienceBar
        future
        {...audienceOf(request.audience.kind === 'team' || !moved ? request.audience : { kind: 'named', readerIds })}
      />
      {to !== undefined && (
        <NormClock norm={requestClock({ since: begins, urgent, recipient: to, now })} recipient={to.me ? null : to} />
      )}
    </FormDialog>
  );
};
