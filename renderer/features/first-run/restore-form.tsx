import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, SelectField, TextField } from '#renderer/ui/index.ts';
import { FormFrame } from './form-frame.tsx';
import { PhraseField, usePhraseCheck } from './phrase-field.tsx';

const ways = ['relay', 'teammate', 'file'] as const;
type Way = (typeof ways)[number];
const isWay = (value: string | null): value is Way => ways.some((way) => way === value);

const useForm = () => {
  const [way, setWay] = useState<Way>('relay');
  const [relay, setRelay] = useState('');
  const [address, setAddress] = useState('');
  const [file, setFile] = useState('');
  const [passphrase, setPassphrase] = useState('');
  return { way, setWay, relay, setRelay, address, setAddress, file, setFile, passphrase, setPassphrase };
};

/** After a loss: this machine becomes a new device of the person, from words and a relay, a teammate or a file. */
export const RestoreForm = (props: { readonly onBack: () => void; readonly waiting: string | null }) => {
  const { t } = useText();
  const restore = useCommand('recovery.restore');
  const check = usePhraseCheck();
  const form = useForm();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState(0);
  const { way } = form;

  const relay = form.relay.trim() === '' ? (check.relayUrls[0] ?? '') : form.relay.trim();
  const about = (field: string): string | null => (restore.error?.field === field ? restore.error.sentence : null);
  const opensWithPassphrase = way === 'file' && form.passphrase !== '';
  const missing = {
    phrase: check.text.trim() === '' && !opensWithPassphrase ? t('recovery.first.phraseMissing') : null,
    relay: way === 'relay' && !/^wss?:\/\//u.test(relay) ? t('recovery.first.relayMissing') : null,
    address: way === 'teammate' && form.address.trim() === '' ? t('recovery.first.addressMissing') : null,
    file: way === 'file' && form.file.trim() === '' ? t('recovery.first.fileMissing') : null,
  };
  const fields = ['phrase', 'relayUrls', 'address', 'file', 'passphrase'];
  const inField = restore.error?.field !== undefined && fields.includes(restore.error.field);

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (Object.values(missing).every((one) => one === null)) {
      const result = await restore.run(
        {
          phrase: check.text,
          relayUrls: relay === '' || way === 'teammate' ? [] : [relay],
          ...(way === 'teammate' ? { address: form.address.trim() } : {}),
          ...(way === 'file' ? { file: form.file.trim() } : {}),
          ...(opensWithPassphrase ? { passphrase: form.passphrase } : {}),
        },
        { quiet: true },
      );
      if (result.ok) return;
    }
    setRefused((count) => count + 1);
  };

  return (
    <FormFrame
      title={t('recovery.first.formTitle')}
      lead={t('recovery.first.lead')}
      onBack={props.onBack}
      onSubmit={() => void submit()}
      attempt={refused}
      busy={restore.busy}
      progress={props.waiting}
      error={inField ? null : (restore.error?.sentence ?? null)}
      act={
        <Button type="submit" tone="primary" busy={restore.busy} keys="enter">
          {restore.busy ? t('recovery.first.acting') : t('recovery.first.act')}
        </Button>
      }
    >
      <PhraseField
        check={check}
        error={about('phrase') ?? (asked ? missing.phrase : null)}
        onChange={restore.clear}
        onSubmit={() => void submit()}
      />
      <SelectField
        label={t('recovery.first.from')}
        data={ways.map((value) => ({ value, label: t(`recovery.first.ways.${value}`) }))}
        value={way}
        onChange={(value) => {
          if (isWay(value)) form.setWay(value);
          restore.clear();
        }}
      />
      {way === 'relay' && (
        <TextField
          label={t('recovery.first.relay')}
          hint={t('recovery.first.relayHint')}
          value={form.relay}
          placeholder={check.relayUrls[0] ?? 'wss://'}
          spellCheck={false}
          error={about('relayUrls') ?? (asked ? missing.relay : null)}
          onChange={(event) => {
            form.setRelay(event.currentTarget.value);
            restore.clear();
          }}
        />
      )}
      {way === 'teammate' && (
        <TextField
          label={t('recovery.first.address')}
          hint={t('recovery.first.addressHint')}
          value={form.address}
          spellCheck={false}
          error={about('address') ?? (asked ? missing.address : null)}
          onChange={(event) => {
            form.setAddress(event.currentTarget.value);
            restore.clear();
          }}
        />
      )}
      {way === 'file' && (
        <>
          <TextField
            label={t('recovery.first.file')}
            hint={t('recovery.first.fileHint')}
            value={form.file}
            spellCheck={false}
            error={about('file') ?? (asked ? missing.file : null)}
            onChange={(event) => {
              form.setFile(event.currentTarget.value);
              restore.clear();
            }}
          />
          <TextField
            type="password"
            label={t('recovery.first.passphrase')}
            hint={t('recovery.first.passphraseHint')}
            value={form.passphrase}
            autoComplete="off"
            error={about('passphrase')}
            onChange={(event) => {
              form.setPassphrase(event.currentTarget.value);
              restore.clear();
            }}
          />
        </>
      )}
    </FormFrame>
  );
};
