import { useEffect } from 'react';
import { Checkbox } from '@mantine/core';
import { scoreBand } from '#shared/domain/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { NumberField, ProseField } from '#renderer/ui/index.ts';
import { GoalOwner } from '../views/goal-owner.tsx';
import classes from './closing.module.css';
import { verdictFault } from './verdicts.ts';
import type { Verdict } from './verdicts.ts';

/** The version of an objective that somebody looks at. */
export interface Seen {
  readonly heads: readonly string[];
  readonly reflection: string;
  readonly closed: boolean;
}

export interface VerdictFieldsProps {
  readonly verdict: Verdict;
  readonly tried: boolean;
  readonly first: boolean;
  readonly onChange: (change: Partial<Verdict>) => void;
  /** Told the version of the objective that is judged, and whether it is closed meanwhile. */
  readonly onSeen: (seen: Seen) => void;
  readonly onSubmit: () => void;
}

/** One objective at the end of its cycle: its score, what was learned, and whether it goes on. */
export const VerdictFields = (props: VerdictFieldsProps) => {
  const { t } = useText();
  const { percent } = useAmounts();
  const { verdict, tried, first, onChange, onSeen } = props;
  const objective = useQuery('objective', { id: verdict.id }).data?.objective ?? null;
  useEffect(() => {
    if (objective === null) return;
    const { heads, reflection, state } = objective;
    onSeen({ heads, reflection, closed: state === 'closed' });
  }, [objective, onSeen]);
  const fault = tried ? verdictFault(verdict) : null;
  return (
    <fieldset className={classes['verdict']}>
      <legend dir="auto">{verdict.title}</legend>
      <p className={classes['facts']}>
        <GoalOwner ownerId={verdict.ownerId} named />
        <span>
          {verdict.progress === null
            ? t('goals.close.scoreHint')
            : t('goals.closing.suggested', { percent: percent(verdict.progress) })}
        </span>
      </p>
      <div className={classes['fields']}>
        <NumberField
          label={t('goals.close.score')}
          min={0}
          max={1}
          step={0.1}
          decimalScale={2}
          value={verdict.score}
          {...(first ? { 'data-autofocus': true } : {})}
          hint={verdict.score === null ? undefined : t(`goals.closing.band.${scoreBand(verdict.score)}`)}
          error={fault === 'score' ? t('goals.close.scoreMissing') : null}
          onChange={(score) => onChange({ score })}
        />
        <ProseField
          label={t('goals.field.reflection')}
          placeholder={t('goals.close.reflectionExample')}
          minRows={1}
          value={verdict.reflection}
          error={fault === 'reflection' ? t('goals.close.reflectionMissing') : null}
          onChange={(event) => onChange({ reflection: event.currentTarget.value })}
          onSubmit={props.onSubmit}
        />
      </div>
      <Checkbox
        label={t('goals.closing.carry')}
        checked={verdict.carry}
        onChange={(event) => onChange({ carry: event.currentTarget.checked })}
      />
    </fieldset>
  );
};
