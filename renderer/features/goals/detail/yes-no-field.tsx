import { useId } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { classNames, fieldError } from '#renderer/ui/index.ts';
import classes from './choice.module.css';

export interface YesNoFieldProps {
  readonly label: string;
  /** 1, 0, or not said. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  readonly error: string | null;
  readonly autoFocus?: boolean;
}

/** Done or not done. */
export const YesNoField = (props: YesNoFieldProps) => {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset className={classes['field']}>
      <legend>{props.label}</legend>
      <div className={classes['options']}>
        {[1, 0].map((each) => (
          <label key={each} className={classNames(classes['option'], props.value === each && classes['chosen'])}>
            <input
              type="radio"
              name={name}
              checked={props.value === each}
              autoFocus={props.autoFocus === true && each === 1}
              onChange={() => {
                props.onChange(each);
              }}
            />
            {t(each === 1 ? 'goals.value.doneOption' : 'goals.value.notDoneOption')}
          </label>
        ))}
      </div>
      {props.error !== null && <div className={classes['error']}>{fieldError(props.error)}</div>}
    </fieldset>
  );
};
