import { estimate } from '#shared/domain/index.ts';
import type { KeyResultView } from '#shared/protocol/index.ts';
import { sayNumber, unitOf, useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import {
  ArrowIcon,
  NumberField,
  ProseField,
  Rows,
  SectionHead,
  StatusShape,
  statusOf,
  useTime,
} from '#renderer/ui/index.ts';
import type { RowSelection } from '#renderer/ui/index.ts';
import { report } from '../form/changes.ts';
import type { Change } from '../form/changes.ts';
import { emptyUpdate } from '../form/form.ts';
import type { CheckInForm, FormUpdate } from '../form/form.ts';
import { ConfidenceChoice } from './confidence.tsx';
import classes from './goals.module.css';

/** From where to where, and where the cycle would have it now. */
const useAim = (): ((keyResult: KeyResultView) => string) => {
  const { t, language } = useText();
  const { say } = useAmounts();
  return (keyResult) => {
    const target = say(keyResult.target, keyResult);
    if (keyResult.type === 'boolean') return t('checkIn.goals.boolean');
    if (keyResult.type === 'threshold') return t(`checkIn.goals.keep.${keyResult.direction}`, { target });
    const range = t('checkIn.goals.range', { start: sayNumber(keyResult.start, language), target });
    if (keyResult.expectedValue === null) return range;
    const expected = estimate(keyResult.expectedValue, keyResult, 2);
    return t('checkIn.goals.expected', { range, value: say(expected, keyResult) });
  };
};

const YesNo = (props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) => {
  const { t } = useText();
  return (
    <span className={classes['seg']} role="group" aria-label={props.label}>
      {([1, 0] as const).map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={props.value === value}
          onClick={() => props.onChange(props.value === value ? null : value)}
        >
          {value === 1 ? t('checkIn.goals.done') : t('checkIn.goals.notDone')}
        </button>
      ))}
    </span>
  );
};

const Unit = (props: { readonly of: KeyResultView }) => {
  const unit = unitOf(props.of);
  return unit === '' ? null : <span className={classes['unit']}>{unit}</span>;
};

interface GoalProps {
  readonly keyResult: KeyResultView;
  readonly said: FormUpdate;
  readonly onReport: (change: Partial<FormUpdate>) => void;
}

const Goal = (props: GoalProps) => {
  const { t, language } = useText();
  const sentence = useSaid();
  const aim = useAim();
  const { keyResult, said, onReport } = props;
  const title = keyResult.title;
  const number = {
    decimalScale: 4,
    size: 'xs',
  };
  return (
    <>
      <div className={classes['goal']}>
        <span className={classes['what']}>
          <StatusShape status={statusOf(said.confidence ?? keyResult.confidence)} />
          <span>
            <b dir="auto">{title}</b>
            <small>{keyResult.notComputed === null ? aim(keyResult) : sentence(keyResult.notComputed)}</small>
          </span>
        </span>
        {keyResult.type === 'boolean' ? (
          <YesNo
            label={t('checkIn.goals.valueOf', { title })}
            value={said.value ?? (keyResult.lastUpdateAt === null ? null : keyResult.value)}
            onChange={(value) => onReport({ value })}
          />
        ) : (
          <span className={classes['value']}>
            <span className={classes['was']}>{sayNumber(keyResult.value, language)}</span>
            <ArrowIcon size={14} stroke={1.9} aria-hidden />
            <NumberField
              {...number}
              id={`value-${keyResult.id}`}
              className={classes['number']}
              aria-label={t('checkIn.goals.valueOf', { title })}
              placeholder={sayNumber(keyResult.value, language)}
              value={said.value}
              onChange={(value) => onReport({ value })}
            />
            <Unit of={keyResult} />
          </span>
        )}
        <ConfidenceChoice
          label={t('checkIn.goals.confidenceOf', { title })}
          value={said.confidence ?? keyResult.confidence}
          onChange={(confidence) => onReport({ confidence: said.confidence === confidence ? null : confidence })}
        />
        {keyResult.type === 'boolean' ? (
          <span />
        ) : (
          <span className={classes['value']}>
            <NumberField
              {...number}
              className={classes['number']}
              aria-label={t('checkIn.goals.projectionOf', { title })}
              placeholder={keyResult.projection === null ? '' : sayNumber(keyResult.projection, language)}
              value={said.projection}
              onChange={(projection) => onReport({ projection })}
            />
            <Unit of={keyResult} />
          </span>
        )}
      </div>
      <ProseField
        className={classes['note']}
        minRows={1}
        maxRows={8}
        maxLength={4000}
        aria-label={t('checkIn.goals.noteOf', { title })}
        placeholder={t('checkIn.goals.note')}
        value={said.note}
        onChange={(event) => onReport({ note: event.currentTarget.value })}
      />
    </>
  );
};

export interface GoalsProps {
  readonly keyResults: readonly KeyResultView[];
  readonly cycleEnd: string | null;
  readonly form: CheckInForm;
  readonly selection: RowSelection;
  readonly change: (change: Change) => void;
}

/** My key results: value, confidence, where I expect them to end, and what changed. Nothing is required. */
export const Goals = (props: GoalsProps) => {
  const { t } = useText();
  const { shortDate } = useTime();
  const { keyResults, form, selection, change } = props;
  if (keyResults.length === 0) return null;
  const wanting = keyResults.filter((one) => one.stale && form.updates[one.id] === undefined).length;
  return (
    <section aria-labelledby="check-in-goals">
      <SectionHead
        id="check-in-goals"
        title={t('checkIn.goals.title')}
        note={wanting > 0 ? t('checkIn.goals.stale', { count: wanting }) : t('checkIn.goals.optional')}
      />
      <div className={classes['head']} aria-hidden>
        <span>{t('checkIn.goals.columns.title')}</span>
        <span>{t('checkIn.goals.columns.value')}</span>
        <span>{t('checkIn.goals.columns.confidence')}</span>
        <span>
          {props.cycleEnd === null
            ? t('checkIn.goals.columns.atEnd')
            : t('checkIn.goals.columns.by', { day: shortDate(props.cycleEnd) })}
        </span>
      </div>
      <Rows label={t('checkIn.goals.list')} items={keyResults} idOf={(one) => one.id} selection={selection}>
        {(keyResult) => (
          <Goal
            keyResult={keyResult}
            said={form.updates[keyResult.id] ?? emptyUpdate}
            onReport={(said) => {
              change(report(keyResult.id, said));
            }}
          />
        )}
      </Rows>
    </section>
  );
};
