import { useState } from 'react';
import type { CycleView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { FormDialog, SelectField, TextField } from '#renderer/ui/index.ts';
import classes from '../form/form.module.css';
import { cycleFault, cycleKinds } from './next-cycle.ts';
import type { CycleKind, Span } from './next-cycle.ts';

export interface CycleDialogProps {
  /** The cycle that is changed; null for a new one. */
  readonly cycle: CycleView | null;
  /** What to propose for a new cycle of this kind. */
  readonly propose: (kind: 'quarter' | 'half') => Span;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

/** Names a cycle and its first and last day. */
export const CycleDialog = (props: CycleDialogProps) => {
  const { t } = useText();
  const [begun] = useState(props.cycle);
  const [span, setSpan] = useState<Span>(() =>
    begun === null ? props.propose('quarter') : { title: begun.title, start: begun.start, end: begun.end },
  );
  const [kind, setKind] = useState<CycleKind>(begun === null ? 'quarter' : 'custom');
  const [tried, setTried] = useState(false);
  const create = useCommand('cycle.create');
  const update = useCommand('cycle.update');
  const fault = cycleFault(span);
  const shownFault = tried ? fault : null;
  const error = create.error ?? update.error;
  const set = (change: Partial<Span>): void => {
    setSpan((now) => ({ ...now, ...change }));
    if (change.start !== undefined || change.end !== undefined) setKind('custom');
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (fault !== null || create.busy || update.busy) return;
    if (begun === null) {
      const made = await create.run({ ...span }, { quiet: true, done: t('goals.saved') });
      if (!made.ok) return;
      props.onMade(made.value.id);
    } else {
      const changes = {
        ...(span.title === begun.title ? {} : { title: span.title }),
        ...(span.start === begun.start ? {} : { start: span.start }),
        ...(span.end === begun.end ? {} : { end: span.end }),
      };
      if (Object.keys(changes).length > 0) {
        const done = await update.run(
          { id: begun.id, base: [...begun.heads], ...changes },
          { quiet: true, done: t('goals.saved') },
        );
        if (!done.ok) return;
      }
    }
    props.onClose();
  };
  return (
    <FormDialog
      title={t(begun === null ? 'goals.cycle.newTitle' : 'goals.cycle.editTitle')}
      onClose={props.onClose}
      onSubmit={() => void save()}
      act={t('goals.save')}
      busy={create.busy || update.busy}
      error={error?.sentence}
    >
      {begun === null && (
        <SelectField
          label={t('goals.cycle.kind')}
          value={kind}
          data={cycleKinds.map((value) => ({ value, label: t(`goals.cycle.kinds.${value}`) }))}
          onChange={(value) => {
            const chosen = cycleKinds.find((each) => each === value) ?? 'custom';
            setKind(chosen);
            if (chosen !== 'custom') setSpan(props.propose(chosen));
          }}
        />
      )}
      <TextField
        label={t('goals.cycle.name')}
        value={span.title}
        maxLength={300}
        data-autofocus
        error={shownFault === 'title' ? t('goals.cycle.fault.title') : null}
        onChange={(event) => {
          set({ title: event.currentTarget.value });
        }}
      />
      <div className={classes['row']}>
        <TextField
          type="date"
          label={t('goals.cycle.start')}
          value={span.start}
          onChange={(event) => {
            set({ start: event.currentTarget.value });
          }}
        />
        <TextField
          type="date"
          label={t('goals.cycle.end')}
          value={span.end}
          error={shownFault === 'day' || shownFault === 'order' ? t(`goals.cycle.fault.${shownFault}`) : null}
          onChange={(event) => {
            set({ end: event.currentTarget.value });
          }}
        />
      </div>
      <p className={classes['hint']}>{t('goals.cycle.hint')}</p>
    </FormDialog>
  );
};
