import { useState } from 'react';
import { SegmentedControl, Switch } from '@mantine/core';
import { requestClock } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { ComposerField, useAskable, useAudience, useCommand, useMentions, usePeople } from '#renderer/state/index.ts';
import type { AskSubject } from '#renderer/state/index.ts';
import {
  AudienceBar,
  Banner,
  Button,
  Dialog,
  DialogFoot,
  NormClock,
  SelectField,
  SubmitForm,
  TextField,
  useTime,
} from '#renderer/ui/index.ts';
import classes from './requests.module.css';

const AskForm = (props: { readonly subject: AskSubject; readonly onClose: () => void }) => {
  const { t } = useText();
  const { now } = useTime();
  const people = usePeople();
  const audienceOf = useAudience();
  const mentionsOf = useMentions();
  const ask = useCommand('request.ask');
  const { target } = props.subject;
  const others = useAskable();
  const me = people.find((person) => person.me);
  const [toId, setToId] = useState<string | null>(
    others.some((person) => person.id === props.subject.toId) ? (props.subject.toId ?? null) : null,
  );
  const [question, setQuestion] = useState('');
  const [text, setText] = useState('');
  const [urgent, setUrgent] = useState(false);
  const [readers, setReaders] = useState<'pair' | 'team'>('pair');
  const [tried, setTried] = useState(false);
  const to = others.find((person) => person.id === toId);

  const send = async (): Promise<void> => {
    setTried(true);
    if (to === undefined || question.trim() === '' || ask.busy) return;
    const done = await ask.run(
      {
        toId: to.id,
        question,
        text,
        urgent,
        readers,
        targetId: target?.id ?? null,
        mentions: mentionsOf(`${question}\n${text}`),
      },
      { quiet: true, done: t('requests.ask.done') },
    );
    if (done.ok) props.onClose();
  };
  const readerIds =
    readers === 'team' ? people.map((person) => person.id) : [me?.id ?? '', to?.id ?? ''].filter((id) => id !== '');

  return (
    <SubmitForm className={classes['form']} busy={ask.busy} onSubmit={() => void send()}>
      <SelectField
        label={t('requests.ask.to')}
        placeholder={t('requests.ask.toExample')}
        searchable
        data-autofocus={props.subject.toId === undefined ? true : undefined}
        value={toId}
        data={others.map((person) => ({ value: person.id, label: person.name }))}
        error={tried && to === undefined ? t('requests.ask.toMissing') : null}
        onChange={setToId}
      />
      <TextField
        label={t('requests.ask.question')}
        placeholder={t('requests.ask.questionExample')}
        value={question}
        maxLength={300}
        data-autofocus={props.subject.toId === undefined ? undefined : true}
        error={tried && question.trim() === '' ? t('requests.ask.questionMissing') : null}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      {target !== undefined && <p className={classes['quiet']}>{t('requests.about', { title: target.title })}</p>}
      <ComposerField
        audience={{ kind: readers === 'team' ? 'team' : 'named', readerIds }}
        label={t('requests.ask.text')}
        minRows={3}
        value={text}
        onText={setText}
        onSubmit={() => void send()}
      />
      <div className={classes['choices']}>
        <SegmentedControl
          aria-label={t('requests.ask.readers')}
          value={readers}
          onChange={(value) => setReaders(value === 'team' ? 'team' : 'pair')}
          data={(['pair', 'team'] as const).map((value) => ({ value, label: t(`requests.ask.reader.${value}`) }))}
        />
        <Switch
          label={t('requests.ask.urgent')}
          checked={urgent}
          onChange={(event) => setUrgent(event.currentTarget.checked)}
        />
      </div>
      <AudienceBar future {...audienceOf({ kind: readers === 'team' ? 'team' : 'named', readerIds })} />
      {to !== undefined && <NormClock norm={requestClock({ since: now, urgent, recipient: to, now })} recipient={to} />}
      {ask.error !== null && (
        <Banner tone="off-track" live>
          {ask.error.sentence}
        </Banner>
      )}
      <DialogFoot>
        <Button tone="quiet" keys="escape" onClick={props.onClose}>
          {t('ui.dialog.cancel')}
        </Button>
        <Button tone="primary" type="submit" busy={ask.busy}>
          {t('requests.ask.send')}
        </Button>
      </DialogFoot>
    </SubmitForm>
  );
};

/** A question to a person: whom, what, how soon and who can read it. Says before sending when the norm runs out. */
export const AskDialog = (props: { readonly subject: AskSubject; readonly onClose: () => void }) => {
  const { t } = useText();
  return (
    <Dialog opened onClose={props.onClose} title={t('requests.ask.title')} size={560}>
      <AskForm {...props} />
    </Dialog>
  );
};
