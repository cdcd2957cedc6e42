import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { CommandResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, CopyField, Dialog, DialogFoot, SelectField, TextField, useTime } from '#renderer/ui/index.ts';
import classes from './people.module.css';

const roles = ['member', 'admin', 'guest'] as const;
const days = [3, 7, 14, 30] as const;

/** Makes an invitation link: for one person, for some days. The link is shown once and not kept. */
export const InviteDialog = (props: { readonly opened: boolean; readonly onClose: () => void }) => {
  const { t } = useText();
  const { date } = useTime();
  const create = useCommand('invitation.create');
  const [role, setRole] = useState<(typeof roles)[number]>('member');
  const [name, setName] = useState('');
  const [approval, setApproval] = useState(false);
  const [lasting, setLasting] = useState<number>(14);
  const [made, setMade] = useState<CommandResult<'invitation.create'> | null>(null);

  const make = async (): Promise<void> => {
    const result = await create.run({ name, role, days: lasting, approval }, { quiet: true });
    if (result.ok) setMade(result.value);
  };

  if (made !== null) {
    return (
      <Dialog
        opened={props.opened}
        onClose={props.onClose}
        title={t('people.inviteDialog.title')}
        size={560}
        foot={<Button onClick={props.onClose}>{t('people.inviteDialog.done')}</Button>}
      >
        <CopyField label={t('people.inviteDialog.link')} value={made.link} autoFocus />
        <p className={classes['hint']}>
          {t('people.inviteDialog.made', { date: date(made.expiresAt), role: t(`people.roles.${role}`) })}
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('people.inviteDialog.title')} size={560}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p className={classes['lead']}>{t('people.inviteDialog.lead')}</p>
        <TextField
          label={t('people.inviteDialog.name')}
          hint={t('people.inviteDialog.nameHint')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={classes['pair']}>
          <SelectField
            label={t('people.inviteDialog.role')}
            data={roles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
            value={role}
            onChange={(value) => {
              setRole(roles.find((known) => known === value) ?? 'member');
            }}
          />
          <SelectField
            label={t('people.inviteDialog.days')}
            data={days.map((count) => ({ value: String(count), label: t('people.inviteDialog.dayCount', { count }) }))}
            value={String(lasting)}
            onChange={(value) => {
              setLasting(Number(value ?? 14));
            }}
          />
        </div>
        <Checkbox
          label={t('members.approval.label')}
          description={t('members.approval.hint')}
          checked={approval}
          onChange={(event) => setApproval(event.currentTarget.checked)}
        />
        {create.error !== null && (
          <Banner tone="off-track" live>
            {create.error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('people.inviteDialog.cancel')}
          </Button>
          <Button tone="primary" type="submit" busy={create.busy} data-autofocus>
            {t('people.inviteDialog.make')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
