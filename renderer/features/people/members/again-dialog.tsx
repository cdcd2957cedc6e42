import { useState } from 'react';
import type { CommandResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, CopyField, Dialog, useTime } from '#renderer/ui/index.ts';
import { AskDialog } from './ask-dialog.tsx';
import type { PersonDialogProps } from './member-dialogs.tsx';
import classes from './members.module.css';

/** A new invitation for somebody who was in the team before, and what coming back means. */
export const AgainDialog = ({ personId, name, onClose }: PersonDialogProps) => {
  const { t } = useText();
  const { date } = useTime();
  const readmit = useCommand('member.readmit');
  const [made, setMade] = useState<CommandResult<'member.readmit'> | null>(null);
  if (made !== null) {
    return (
      <Dialog
        opened
        onClose={onClose}
        title={t('members.gone.againTitle', { name })}
        size={560}
        foot={<Button onClick={onClose}>{t('members.gone.close')}</Button>}
      >
        <CopyField label={t('members.gone.link')} value={made.link} autoFocus />
        <p className={classes['quiet']}>{t('members.gone.made', { date: date(made.expiresAt) })}</p>
      </Dialog>
    );
  }
  return (
    <AskDialog
      title={t('members.gone.againTitle', { name })}
      keep={t('members.gone.cancel')}
      act={t('members.gone.make')}
      busy={readmit.busy}
      error={readmit.error?.sentence}
      danger={false}
      onClose={onClose}
      onAct={() => {
        void readmit.run({ personId }, { quiet: true }).then((result) => {
          if (result.ok) setMade(result.value);
        });
      }}
    >
      <p className={classes['text']}>{t('members.gone.againSentence')}</p>
    </AskDialog>
  );
};
