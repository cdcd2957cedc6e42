import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useSession } from '#renderer/state/index.ts';
import { Banner, FormDialog, NumberField } from '#renderer/ui/index.ts';
import classes from '../trust.module.css';

type Retention = QueryResult<'erasure'>['retention'];

const groups = ['checkIns', 'feedback', 'comments'] as const;

/** The months after which authors' own devices erase their records; for admins. */
export const RetentionDialog = (props: { readonly retention: Retention; readonly onClose: () => void }) => {
  const { t } = useText();
  const team = useSession()?.team;
  const update = useCommand('team.update');
  const [begun] = useState({ heads: team?.heads ?? [], retention: props.retention });
  const [form, setForm] = useState<Retention>(props.retention);
  const save = async (): Promise<void> => {
    const changed = groups.filter((group) => form[group] !== begun.retention[group]);
    if (changed.length > 0) {
      const retention = Object.fromEntries(changed.map((group) => [group, form[group]]));
      const done = await update.run(
        { base: [...begun.heads], retention },
        { quiet: true, done: t('erasure.retention.saved') },
      );
      if (!done.ok) return;
    }
    props.onClose();
  };
  return (
    <FormDialog
      title={t('erasure.retention.title')}
      onClose={props.onClose}
      onSubmit={() => void save()}
      act={t('erasure.retention.save')}
      busy={update.busy}
      error={update.error?.sentence}
    >
      <p className={classes['text']}>{t('erasure.retention.sentence')}</p>
      {groups.map((group, index) => (
        <NumberField
          key={group}
          label={t(`erasure.own.groups.${group}`)}
          unit={t('erasure.retention.months')}
          min={0}
          max={120}
          allowDecimal={false}
          value={form[group]}
          {...(index === 0 ? { 'data-autofocus': true } : {})}
          onChange={(value) => {
            setForm((now) => ({ ...now, [group]: value ?? begun.retention[group] }));
          }}
        />
      ))}
      <Banner>{t('erasure.retention.told')}</Banner>
    </FormDialog>
  );
};
