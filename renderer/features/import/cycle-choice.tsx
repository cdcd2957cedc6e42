import type { CycleView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { SectionHead, SelectField, TextField } from '#renderer/ui/index.ts';
import classes from './import.module.css';
import { isComplete } from './target.ts';
import type { Span, Target } from './target.ts';

const newCycle = 'new';

export interface CycleChoiceProps {
  readonly cycles: readonly CycleView[];
  /** The period that the file names, to propose a cycle. */
  readonly period: Span | null;
  readonly target: Target | null;
  readonly onTarget: (target: Target) => void;
}

/** Which cycle the goals go into: one that is there, or a new one. */
export const CycleChoice = (props: CycleChoiceProps) => {
  const { t } = useText();
  const { cycles, period, target } = props;
  const span = target?.kind === 'new' ? target.span : null;
  const set = (change: Partial<Span>): void => {
    if (span !== null) props.onTarget({ kind: 'new', span: { ...span, ...change } });
  };
  return (
    <section aria-labelledby="import-cycle">
      <SectionHead
        id="import-cycle"
        title={t('import.cycle.title')}
        note={period === null ? undefined : t('import.cycle.period', { title: period.title })}
      />
      <div className={classes['fields']}>
        <SelectField
          label={t('import.cycle.choose')}
          placeholder={t('import.cycle.none')}
          value={target === null ? null : target.kind === 'new' ? newCycle : target.id}
          data={[
            ...cycles.map((cycle) => ({ value: cycle.id, label: cycle.title })),
            { value: newCycle, label: t('import.cycle.new') },
          ]}
          onChange={(value) => {
            if (value === newCycle)
              props.onTarget({ kind: 'new', span: span ?? period ?? { title: '', start: '', end: '' } });
            else if (value !== null) props.onTarget({ kind: 'existing', id: value });
          }}
        />
        {span !== null && (
          <>
            <TextField
              label={t('import.cycle.name')}
              value={span.title}
              maxLength={300}
              onChange={(event) => {
                set({ title: event.currentTarget.value });
              }}
            />
            <TextField
              type="date"
              label={t('import.cycle.start')}
              value={span.start}
              onChange={(event) => {
                set({ start: event.currentTarget.value });
              }}
            />
            <TextField
              type="date"
              label={t('import.cycle.end')}
              value={span.end}
              error={isComplete(target) || span.start === '' || span.end === '' ? null : t('import.cycle.incomplete')}
              onChange={(event) => {
                set({ end: event.currentTarget.value });
              }}
            />
          </>
        )}
      </div>
    </section>
  );
};
