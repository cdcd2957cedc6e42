import { useState } from 'react';
import type { DeviceView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, Dialog, DialogFoot, SubmitForm, TextField } from '#renderer/ui/index.ts';
import classes from './devices.module.css';

/** What a person calls one of their devices. */
export const RenameDialog = (props: { readonly device: DeviceView; readonly onClose: () => void }) => {
  const { t } = useText();
  const rename = useCommand('device.rename');
  const [name, setName] = useState(props.device.name);
  const [asked, setAsked] = useState(false);
  const missing = name.trim() === '' ? t('devices.renameDialog.missing') : null;
  const save = async (): Promise<void> => {
    setAsked(true);
    if (missing !== null) return;
    const result = await rename.run({ deviceId: props.device.id, name }, { quiet: true });
    if (result.ok) props.onClose();
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('devices.renameDialog.title')}>
      <SubmitForm className={classes['body']} busy={rename.busy} onSubmit={() => void save()}>
        <TextField
          label={t('devices.renameDialog.label')}
          hint={t('devices.renameDialog.hint')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          error={rename.error?.sentence ?? (asked ? missing : null)}
          data-autofocus
        />
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('devices.renameDialog.cancel')}
          </Button>
          <Button tone="primary" type="submit" busy={rename.busy} keys="enter">
            {t('devices.renameDialog.save')}
          </Button>
        </DialogFoot>
      </SubmitForm>
    </Dialog>
  );
};
