import { useState } from 'react';
import type { CommandParams, QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useSession } from '#renderer/state/index.ts';
import { FormDialog, NumberField, TextField } from '#renderer/ui/index.ts';
import { Textarea } from '@mantine/core';
import classes from './people.module.css';

type Team = NonNullable<QueryResult<'session'>['team']>;
type Settings = Pick<Team, 'name' | 'standardHours' | 'urgentHours' | 'staleDays'> & {
  /** One a line. */
  readonly questions: string;
  readonly values: string;
};

const settingsOf = (team: Team): Settings => ({
  name: team.name,
  standardHours: team.standardHours,
  urgentHours: team.urgentHours,
  staleDays: team.staleDays,
  questions: team.questions.join('\n'),
  values: team.values.join('\n'),
});

/** What the settings take; a longer list would come round once in half a year. */
const mostQuestions = 20;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const TeamForm = (props: DialogProps & { readonly team: Team }) => {
  const { t } = useText();
  const update = useCommand('team.update');
  const [begun] = useState(props.team);
  const [form, setForm] = useState(() => settingsOf(props.team));
  const set = (change: Partial<Settings>): void => {
    setForm((now) => ({ ...now, ...change }));
  };
  const asked = lines(form.questions);
  const tooMany =
    asked.length > mostQuestions || asked.some((line) => line.length > 300) ? t('people.team.questionsLimit') : null;
  const nameMissing = form.name.trim() === '' ? t('people.team.nameMissing') : null;

  const save = async (): Promise<void> => {
    if (nameMissing !== null || tooMany !== null) return;
    const before = settingsOf(begun);
    const params: CommandParams<'team.update'> = {
      base: [...begun.heads],
      ...(form.name === before.name ? {} : { name: form.name }),
      ...(form.standardHours === before.standardHours ? {} : { standardHours: form.standardHours }),
      ...(form.urgentHours === before.urgentHours ? {} : { urgentHours: form.urgentHours }),
      ...(form.staleDays === before.staleDays ? {} : { staleDays: form.staleDays }),
      ...(form.questions === before.questions ? {} : { questions: lines(form.questions) }),
      ...(form.values === before.values ? {} : { values: lines(form.values) }),
    };
    if (Object.keys(params).length > 1) {
      const result = await update.run(params, { quiet: true, done: t('people.team.saved') });
      if (!result.ok) return;
    }
    props.onClose();
  };
  const number = (key: 'standardHours' | 'urgentHours' | 'staleDays') => ({
    value: form[key],
    min: 1,
    onChange: (value: number | null) => {
      set({ [key]: value ?? begun[key] });
    },
  });

  return (
    <FormDialog
      title={t('people.team.title')}
      size={520}
      onClose={props.onClose}
      onSubmit={() => void save()}
      act={t('people.team.save')}
      busy={update.busy}
      error={update.error?.sentence}
    >
      <TextField
        label={t('people.team.name')}
        value={form.name}
        maxLength={120}
        error={nameMissing}
        data-autofocus
        onChange={(event) => {
          set({ name: event.currentTarget.value });
        }}
      />
      <div className={classes['pair']}>
        <NumberField
          label={t('people.team.standard')}
          unit={t('people.profile.hours')}
          max={336}
          {...number('standardHours')}
        />
        <NumberField
          label={t('people.team.urgent')}
          unit={t('people.profile.hours')}
          max={72}
          {...number('urgentHours')}
        />
      </div>
      <NumberField
        label={t('people.team.stale')}
        unit={t('people.team.days')}
        max={365}
        allowDecimal={false}
        {...number('staleDays')}
      />
      <Textarea
        label={t('people.team.questions')}
        description={t('people.team.questionsHint')}
        value={form.questions}
        error={tooMany}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(event) => {
          set({ questions: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('people.team.values')}
        description={t('people.team.valuesHint')}
        value={form.values}
        autosize
        minRows={3}
        onChange={(event) => {
          set({ values: event.currentTarget.value });
        }}
      />
    </FormDialog>
  );
};

/** What the whole team shares: its name, norms, the questions of the check-in and the values behind kudos. */
export const TeamDialog = (props: DialogProps) => {
  const team = useSession()?.team;
  return props.opened && team !== null && team !== undefined ? <TeamForm {...props} team={team} /> : null;
};
