import { useState } from 'react';
import type { Confidence, CycleView, KeyResultView, ObjectiveView } from '#shared/protocol/index.ts';
import { unitOf, useAmounts, useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand } from '#renderer/state/index.ts';
import {
  AudienceBar,
  Button,
  NumberField,
  ProseField,
  SubmitForm,
  fieldError,
  keepKeys,
  useTime,
} from '#renderer/ui/index.ts';
import { ConfidenceField } from './confidence-field.tsx';
import classes from './detail.module.css';
import { YesNoField } from './yes-no-field.tsx';

export interface ProgressFormProps {
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
  readonly cycle: CycleView | null;
  readonly onClose: () => void;
}

/** Reports progress: where it stands, how confident its owner is, where it will end, and a few words. */
export const ProgressForm = (props: ProgressFormProps) => {
  const { t } = useText();
  const { say } = useAmounts();
  const { calendarDate } = useTime();
  const audienceOf = useAudience();
  const { keyResult, objective, cycle } = props;
  const [base] = useState(objective.heads);
  const [value, setValue] = useState<number | null>(null);
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const [projection, setProjection] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const report = useCommand('keyResult.progress');
  const valueMissing = tried && value === null ? t('goals.report.valueMissing') : null;
  const confidenceMissing = tried && confidence === null ? t('goals.report.confidenceMissing') : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (value === null || confidence === null || report.busy) return;
    const result = await report.run(
      { objectiveId: objective.id, keyResultId: keyResult.id, base: [...base], value, confidence, projection, note },
      { quiet: true, done: t('goals.saved') },
    );
    if (result.ok) props.onClose();
  };
  const yesNo = keyResult.type === 'boolean';
  const lastTime = t('goals.report.last', { value: say(keyResult.value, keyResult) });
  const projectionHint =
    keyResult.projection === null
      ? t('goals.report.projectionHint')
      : t('goals.report.projectionLast', { value: say(keyResult.projection, keyResult) });
  const ends = t('goals.report.projection', { end: cycle === null ? '' : calendarDate(cycle.end) });

  return (
    <SubmitForm
      className={classes['report']}
      label={t('goals.act.report')}
      busy={report.busy}
      onSubmit={() => void submit()}
      onKeyDown={(event) => {
        keepKeys(event);
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <AudienceBar future {...audienceOf(objective.audience)} />
      <div className={classes['reportGrid']}>
        {yesNo ? (
          <YesNoField
            label={t('goals.report.value')}
            value={value}
            onChange={setValue}
            error={valueMissing}
            autoFocus
          />
        ) : (
          <NumberField
            label={t('goals.report.value')}
            value={value}
            unit={unitOf(keyResult)}
            onChange={setValue}
            error={valueMissing}
            hint={lastTime}
            autoFocus
          />
        )}
        {yesNo ? (
          <YesNoField label={ends} value={projection} onChange={setProjection} error={null} />
        ) : (
          <NumberField
            label={ends}
            value={projection}
            unit={unitOf(keyResult)}
            onChange={setProjection}
            hint={projectionHint}
          />
        )}
      </div>
      <ConfidenceField value={confidence} onChange={setConfidence} error={confidenceMissing} />
      <ProseField
        label={t('goals.report.note')}
        value={note}
        maxLength={4000}
        minRows={2}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
        onSubmit={() => void submit()}
      />
      {report.error !== null && <div role="alert">{fieldError(report.error.sentence)}</div>}
      <div className={classes['acts']}>
        <Button size="xs" tone="quiet" keys="escape" onClick={props.onClose}>
          {t('goals.cancel')}
        </Button>
        <Button size="xs" tone="primary" type="submit" keys="mod+enter" busy={report.busy}>
          {t('goals.report.save')}
        </Button>
      </div>
    </SubmitForm>
  );
};
