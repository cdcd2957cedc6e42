import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  AudienceBar,
  Avatar,
  AwardIcon,
  Banner,
  Button,
  Dialog,
  DialogFoot,
  EmptyState,
  ProseField,
  SelectField,
  Skeleton,
  SubmitForm,
  TextField,
} from '#renderer/ui/index.ts';
import { useAudience, usePeople, usePersonName, useSession } from '../people.ts';
import { useCommand } from '../use-command.ts';
import { useQuery } from '../use-query.ts';
import classes from './awards.module.css';

type Milestone = QueryResult<'awardable'>['milestones'][number];

export interface AwardDialogProps {
  /** The milestone it is for; otherwise one is chosen. */
  readonly milestoneId?: string;
  /** Whom it is thought for; otherwise everybody who had a part. */
  readonly personId?: string;
  readonly onClose: () => void;
}

const Form = (props: AwardDialogProps & { readonly milestones: readonly [Milestone, ...Milestone[]] }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const people = usePeople();
  const audienceOf = useAudience();
  const values = useSession()?.team?.values ?? [];
  const award = useCommand('badge.award');
  const { milestones, personId } = props;
  const [milestoneId, setMilestone] = useState(milestones[0].id);
  const milestone = milestones.find((one) => one.id === milestoneId) ?? milestones[0];
  const wanted = (of: Milestone): readonly string[] =>
    of.people.flatMap((one) =>
      !one.given && (personId === undefined || one.personId === personId) ? one.personId : [],
    );
  const [toIds, setTo] = useState<readonly string[]>(() => wanted(milestone));
  const [title, setTitle] = useState(milestone.title.slice(0, 120));
  const [value, setValue] = useState('');
  const [words, setWords] = useState('');

  const give = async (): Promise<void> => {
    if (award.busy || toIds.length === 0 || title.trim() === '') return;
    const done = await award.run(
      { milestoneId: milestone.id, toIds: [...toIds], title, value, words },
      { quiet: true, done: t('recognition.done') },
    );
    if (done.ok) props.onClose();
  };

  return (
    <SubmitForm className={classes['form']} busy={award.busy} onSubmit={() => void give()}>
      <AudienceBar future {...audienceOf({ kind: 'team', readerIds: people.map((person) => person.id) })} />
      {milestones.length > 1 && (
        <SelectField
          label={t('recognition.ofMilestone')}
          data={milestones.map((one) => ({ value: one.id, label: one.title }))}
          value={milestone.id}
          onChange={(id) => {
            const chosen = milestones.find((one) => one.id === id);
            if (chosen === undefined) return;
            setMilestone(chosen.id);
            setTo(wanted(chosen));
            setTitle(chosen.title.slice(0, 120));
          }}
        />
      )}
      <fieldset className={classes['people']}>
        <legend>{t('recognition.whom')}</legend>
        {milestone.people.map((one) => (
          <label key={one.personId} className={classes['person']}>
            <Checkbox
              size="xs"
              checked={one.given || toIds.includes(one.personId)}
              disabled={one.given}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setTo((before) => (on ? [...before, one.personId] : before.filter((id) => id !== one.personId)));
              }}
            />
            <Avatar person={{ id: one.personId, name: nameOf(one.personId) }} size="sm" />
            <span>{nameOf(one.personId)}</span>
            <span className={classes['part']}>
              {one.given ? t('recognition.has') : one.parts.map((part) => t(`recognition.parts.${part}`)).join(', ')}
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('recognition.name')}
        value={title}
        maxLength={120}
        data-autofocus
        // The form comes after the dialog, when the milestones are known.
        autoFocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {values.length > 0 && (
        <SelectField
          label={t('recognition.value')}
          data={[
            { value: '', label: t('recognition.noValue') },
            ...values.map((name) => ({ value: name, label: name })),
          ]}
          value={value}
          onChange={(chosen) => setValue(chosen ?? '')}
        />
      )}
      <ProseField
        label={t('recognition.words')}
        placeholder={t('recognition.wordsExample')}
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onSubmit={() => void give()}
      />
      {award.error !== null && (
        <Banner tone="off-track" live>
          {award.error.sentence}
        </Banner>
      )}
      <DialogFoot>
        <Button tone="quiet" keys="escape" onClick={props.onClose}>
          {t('ui.dialog.cancel')}
        </Button>
        <Button tone="primary" type="submit" busy={award.busy} disabled={toIds.length === 0 || title.trim() === ''}>
          {t('recognition.send', { count: toIds.length })}
        </Button>
      </DialogFoot>
    </SubmitForm>
  );
};

/** Gives the badge of a finished milestone to people who had a part in it. */
export const AwardDialog = (props: AwardDialogProps) => {
  const { t } = useText();
  const { milestoneId, personId } = props;
  const found = useQuery('awardable', {
    ...(milestoneId === undefined ? {} : { milestoneId }),
    ...(personId === undefined ? {} : { personId }),
  }).data?.milestones;
  const open = (found ?? []).filter((one) =>
    one.people.some((each) => !each.given && (personId === undefined || each.personId === personId)),
  );
  const [first, ...others] = open;
  return (
    <Dialog opened onClose={props.onClose} title={t('recognition.give')} size={520}>
      {found === undefined ? (
        <Skeleton rows={4} />
      ) : first === undefined ? (
        <EmptyState icon={AwardIcon} title={t('recognition.none.title')} sentence={t('recognition.none.sentence')} />
      ) : (
        <Form {...props} milestones={[first, ...others]} />
      )}
    </Dialog>
  );
};
