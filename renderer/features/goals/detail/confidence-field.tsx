import { useId } from 'react';
import type { Confidence } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Keys, StatusWord, classNames, fieldError } from '#renderer/ui/index.ts';
import classes from './choice.module.css';

/** In the order of their number keys. */
export const confidences: readonly Confidence[] = ['on-track', 'at-risk', 'off-track'];

export interface ConfidenceFieldProps {
  readonly value: Confidence | null;
  readonly onChange: (value: Confidence) => void;
  readonly error: string | null;
}

/** What the owner says about a goal; never guessed from its progress. 1, 2 and 3 choose. */
export const ConfidenceField = (props: ConfidenceFieldProps) => {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset
      className={classes['field']}
      onKeyDown={(event) => {
        const at = Number(event.key) - 1;
        const chosen = confidences[at];
        if (chosen === undefined) return;
        props.onChange(chosen);
        // The focus goes along, so that Tab leaves the group from here.
        event.currentTarget.querySelectorAll('input')[at]?.focus();
      }}
    >
      <legend>{t('goals.report.confidence')}</legend>
      <div className={classes['options']}>
        {confidences.map((each, index) => (
          <label key={each} className={classNames(classes['option'], props.value === each && classes['chosen'])}>
            <input
              type="radio"
              name={name}
              checked={props.value === each}
              onChange={() => {
                props.onChange(each);
              }}
            />
            <StatusWord status={each} />
            <Keys keys={String(index + 1)} />
          </label>
        ))}
      </div>
      {props.error !== null && <div className={classes['error']}>{fieldError(props.error)}</div>}
    </fieldset>
  );
};
