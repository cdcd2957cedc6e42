import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, TextField } from '#renderer/ui/index.ts';
import { FormFrame } from './form-frame.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { useProfileForm } from './use-profile-form.ts';

/** Creates a team: its name, the first person, and a relay if there is one. */
export const CreateForm = (props: { readonly onBack: () => void }) => {
  const { t } = useText();
  const create = useCommand('team.create');
  const { form, set } = useProfileForm();
  const [teamName, setTeamName] = useState('');
  const [relay, setRelay] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState(0);

  const relayUrl = relay.trim();
  const missing = {
    team: teamName.trim() === '' ? t('firstRun.form.teamMissing') : null,
    name: form.name.trim() === '' ? t('firstRun.form.nameMissing') : null,
    relay: relayUrl !== '' && !/^wss?:\/\//u.test(relayUrl) ? t('firstRun.form.relayBad') : null,
  };

  const submit = (): void => {
    setAsked(true);
    if (missing.team !== null || missing.name !== null || missing.relay !== null) {
      setRefused((count) => count + 1);
      return;
    }
    const words = {
      questions: t('firstRun.begins.questions').split('\n'),
      values: t('firstRun.begins.values').split('\n'),
    };
    void create.run(
      { teamName, person: form, relayUrls: relayUrl === '' ? [] : [relayUrl], ...words },
      { quiet: true },
    );
  };

  return (
    <FormFrame
      title={t('firstRun.form.createTitle')}
      lead={t('firstRun.form.createLead')}
      onBack={props.onBack}
      onSubmit={submit}
      attempt={refused}
      busy={create.busy}
      error={create.error?.sentence ?? null}
      act={
        <Button type="submit" tone="primary" busy={create.busy} keys="enter">
          {create.busy ? t('firstRun.form.creating') : t('firstRun.form.create')}
        </Button>
      }
    >
      <TextField
        label={t('firstRun.form.team')}
        hint={t('firstRun.form.teamHint')}
        value={teamName}
        onChange={(event) => {
          setTeamName(event.currentTarget.value);
        }}
        error={asked ? missing.team : null}
        maxLength={120}
        data-autofocus
        autoFocus
      />
      <ProfileFields form={form} onChange={set} nameError={asked ? missing.name : null} />
      <TextField
        label={t('firstRun.form.relay')}
        hint={t('firstRun.form.relayHint')}
        value={relay}
        onChange={(event) => {
          setRelay(event.currentTarget.value);
        }}
        error={asked ? missing.relay : null}
        placeholder="wss://"
        spellCheck={false}
      />
    </FormFrame>
  );
};
