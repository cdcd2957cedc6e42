import { useState } from 'react';
import type { WorkingHours } from '#shared/protocol/index.ts';
import { firstDayOf, useText } from '#renderer/i18n/index.ts';
import classes from './hours-field.module.css';
import { TimeText } from './time-text.tsx';
import { weekdayNames } from './week-words.ts';

export interface HoursFieldProps {
  readonly value: WorkingHours;
  readonly onChange: (hours: WorkingHours) => void;
}

const fallback = '09:00-17:00';

const halves = (hours: string): readonly [string, string] => {
  const [from = '09:00', to = '17:00'] = hours.split('-');
  return [from, to];
};

interface TimesProps {
  readonly label: string;
  readonly hours: string;
  readonly onChange: (hours: string) => void;
}

const Times = (props: TimesProps) => {
  const { t } = useText();
  const [from, to] = halves(props.hours);
  return (
    <>
      <TimeText
        value={from}
        label={t('ui.hours.from', { day: props.label })}
        onChange={(changed) => {
          props.onChange(`${changed}-${to}`);
        }}
      />
      <span className={classes['quiet']}>{t('ui.hours.to')}</span>
      <TimeText
        value={to}
        label={t('ui.hours.until', { day: props.label })}
        onChange={(changed) => {
          props.onChange(`${from}-${changed}`);
        }}
      />
    </>
  );
};

/** Stated working hours: one pair of times and the days it holds for, or each day by itself. */
export const HoursField = (props: HoursFieldProps) => {
  const { t, language } = useText();
  const { value, onChange } = props;
  const stated = [...new Set(value.filter((hours) => hours !== null))];
  const [each, setEach] = useState(stated.length > 1);
  const usual = stated[0] ?? fallback;
  // Two letters are enough of a Latin name; Arabic letters join, so a name is not cut.
  const short = weekdayNames(language, 'short').map((name) =>
    /^\p{Script=Latin}/u.test(name) ? name.slice(0, 2) : name,
  );
  const order = value.map((_, at) => (at + firstDayOf(language) - 1) % value.length);
  const long = weekdayNames(language, 'long');
  const replace = (index: number, hours: string | null): void => {
    onChange(value.map((old, at) => (at === index ? hours : old)));
  };
  const toggle = (index: number): void => {
    replace(index, value[index] === null ? usual : null);
  };
  const dayButton = (index: number) => (
    <button
      key={index}
      type="button"
      className={classes['day']}
      aria-pressed={value[index] !== null}
      aria-label={long[index]}
      onClick={() => {
        toggle(index);
      }}
    >
      {short[index]}
    </button>
  );

  return (
    <fieldset className={classes['field']}>
      <legend className={classes['legend']}>{t('ui.hours.label')}</legend>
      {each ? (
        <div className={classes['rows']}>
          {order.map((index) => (
            <div key={long[index]} className={classes['line']}>
              {dayButton(index)}
              <span className={classes['name']}>{long[index]}</span>
              {(value[index] ?? null) === null ? (
                <span className={classes['quiet']}>{t('ui.hours.off')}</span>
              ) : (
                <Times
                  label={long[index] ?? ''}
                  hours={value[index] ?? usual}
                  onChange={(changed) => {
                    replace(index, changed);
                  }}
                />
              )}
            </div>
          ))}
        </div>
      ) : (
        <div className={classes['line']}>
          <Times
            label=""
            hours={usual}
            onChange={(changed) => {
              onChange(value.map((hours) => (hours === null ? null : changed)));
            }}
          />
          <span className={classes['days']}>{order.map(dayButton)}</span>
        </div>
      )}
      <p className={classes['hint']}>
        {t('ui.hours.hint')}{' '}
        {!each && (
          <button
            type="button"
            className={classes['differ']}
            onClick={() => {
              setEach(true);
            }}
          >
            {t('ui.hours.differ')}
          </button>
        )}
      </p>
    </fieldset>
  );
};
