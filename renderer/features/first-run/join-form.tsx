import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, TextField } from '#renderer/ui/index.ts';
import { FormFrame } from './form-frame.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { useProfileForm } from './use-profile-form.ts';

/** Joins with an invitation; its sender need not be online. */
export const JoinForm = (props: { readonly onBack: () => void; readonly waiting: string | null }) => {
  const { t } = useText();
  const join = useCommand('team.join');
  const { form, set } = useProfileForm();
  const [link, setLink] = useState('');
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState(0);

  const linkMissing = link.trim() === '' ? t('firstRun.form.linkMissing') : null;
  const nameMissing = form.name.trim() === '' ? t('firstRun.form.nameMissing') : null;
  const about = (field: 'link' | 'address'): string | null =>
    join.error !== null &&
    (join.error.field === field || (field === 'link' && join.error.code.startsWith('invitation')))
      ? join.error.sentence
      : null;
  const aboutLink = about('link');
  const aboutAddress = about('address');

  const refuse = (): void => {
    setRefused((count) => count + 1);
  };

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (linkMissing !== null || nameMissing !== null) {
      refuse();
      return;
    }
    const where = address.trim();
    const result = await join.run(
      { link: link.trim(), person: form, ...(where === '' ? {} : { address: where }) },
      { quiet: true },
    );
    if (!result.ok) refuse();
  };

  return (
    <FormFrame
      title={t('firstRun.form.joinTitle')}
      lead={t('firstRun.form.joinLead')}
      onBack={props.onBack}
      onSubmit={() => void submit()}
      attempt={refused}
      busy={join.busy}
      progress={props.waiting}
      error={aboutLink === null && aboutAddress === null ? (join.error?.sentence ?? null) : null}
      act={
        <Button type="submit" tone="primary" busy={join.busy} keys="enter">
          {join.busy ? t('firstRun.form.joining') : t('firstRun.form.join')}
        </Button>
      }
    >
      <TextField
        label={t('firstRun.form.link')}
        hint={t('firstRun.form.linkHint')}
        value={link}
        onChange={(event) => {
          setLink(event.currentTarget.value);
          join.clear();
        }}
        error={aboutLink ?? (asked ? linkMissing : null)}
        spellCheck={false}
        autoComplete="off"
        autoFocus
      />
      <ProfileFields form={form} onChange={set} nameError={asked ? nameMissing : null} />
      <TextField
        label={t('firstRun.form.address')}
        hint={t('firstRun.form.addressHint')}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          join.clear();
        }}
        error={aboutAddress}
        spellCheck={false}
      />
    </FormFrame>
  );
};
