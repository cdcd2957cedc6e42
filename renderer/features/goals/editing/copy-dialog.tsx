import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo, useQuery } from '#renderer/state/index.ts';
import { FormDialog, SelectField } from '#renderer/ui/index.ts';
import classes from '../form/form.module.css';

/** Begins the same objective in another cycle, linked to this one. */
export const CopyDialog = (props: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { t } = useText();
  const go = useGo();
  const { objective } = props;
  const cycles = useQuery('cycles', {}).data?.cycles ?? [];
  const own = cycles.find((cycle) => cycle.id === objective.cycleId);
  const open = cycles.filter((cycle) => cycle.state === 'open' && cycle.id !== objective.cycleId);
  const next = open.filter((cycle) => own === undefined || cycle.start > own.start).at(-1) ?? open[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [unfinished, setUnfinished] = useState(true);
  const copy = useCommand('objective.copy');
  const cycleId = chosen ?? next?.id ?? null;
  const submit = async (): Promise<void> => {
    if (cycleId === null || copy.busy) return;
    const made = await copy.run({ id: objective.id, cycleId, unfinished }, { quiet: true, done: t('goals.copy.done') });
    if (!made.ok) return;
    props.onClose();
    go('goals', made.value.id);
  };
  return (
    <FormDialog
      title={t('goals.copy.title', { title: objective.title })}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      act={t('goals.copy.act')}
      busy={copy.busy}
      disabled={cycleId === null}
      error={copy.error?.sentence}
      size={560}
    >
      <p className={classes['hint']}>{t(open.length === 0 ? 'goals.copy.noCycle' : 'goals.copy.sentence')}</p>
      {open.length > 0 && (
        <SelectField
          label={t('goals.field.cycle')}
          value={cycleId}
          data-autofocus
          data={open.map((cycle) => ({ value: cycle.id, label: cycle.title }))}
          onChange={setChosen}
        />
      )}
      <Checkbox
        label={t('goals.copy.unfinished')}
        checked={unfinished}
        onChange={(event) => {
          setUnfinished(event.currentTarget.checked);
        }}
      />
    </FormDialog>
  );
};
