import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, TextField } from '#renderer/ui/index.ts';
import { FormFrame } from './form-frame.tsx';

/** Makes this machine one more device of somebody who uses Meridian elsewhere. */
export const AddMachineForm = (props: { readonly onBack: () => void }) => {
  const { t } = useText();
  const join = useCommand('device.join');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState(0);
  const codeMissing = code.trim() === '' ? t('devices.first.codeMissing') : null;
  const nameMissing = name.trim() === '' ? t('devices.first.nameMissing') : null;
  const about = (field: 'code' | 'address'): string | null =>
    join.error?.field === field ? join.error.sentence : null;

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (codeMissing === null && nameMissing === null) {
      const where = address.trim();
      const request = { code: code.trim(), name: name.trim(), ...(where === '' ? {} : { address: where }) };
      const result = await join.run(request, { quiet: true });
      if (result.ok) return;
    }
    setRefused((count) => count + 1);
  };

  return (
    <FormFrame
      title={t('devices.first.title')}
      lead={t('devices.first.lead')}
      onBack={props.onBack}
      onSubmit={() => void submit()}
      attempt={refused}
      busy={join.busy}
      error={about('code') === null && about('address') === null ? (join.error?.sentence ?? null) : null}
      act={
        <Button type="submit" tone="primary" busy={join.busy} keys="enter">
          {join.busy ? t('devices.first.acting') : t('devices.first.act')}
        </Button>
      }
    >
      <TextField
        label={t('devices.first.code')}
        hint={t('devices.first.codeHint')}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          join.clear();
        }}
        error={about('code') ?? (asked ? codeMissing : null)}
        spellCheck={false}
        autoComplete="off"
        autoFocus
      />
      <TextField
        label={t('devices.first.name')}
        hint={t('devices.first.nameHint')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asked ? nameMissing : null}
      />
      <TextField
        label={t('devices.first.address')}
        hint={t('devices.first.addressHint')}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          join.clear();
        }}
        error={about('address')}
        spellCheck={false}
      />
    </FormFrame>
  );
};
