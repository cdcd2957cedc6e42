import type { RefObject } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { LockIcon, ProseField, SectionHead } from '#renderer/ui/index.ts';
import type { Change } from '../form/changes.ts';
import classes from './aside.module.css';

interface PartProps {
  readonly change: (change: Change) => void;
}

/** The team's rotating question; everyone reads the answers. */
export const Question = (
  props: PartProps & {
    readonly question: string;
    readonly answer: string;
    readonly field: RefObject<HTMLTextAreaElement | null>;
  },
) => {
  const { t } = useText();
  const { question, answer, field, change } = props;
  return (
    <section aria-labelledby="question">
      <SectionHead id="question" title={t('checkIn.question.title')} />
      {question !== '' && (
        <p className={classes['question']} dir="auto">
          {question}
        </p>
      )}
      <ProseField
        ref={field}
        className={classes['words']}
        minRows={2}
        aria-label={question === '' ? t('checkIn.question.anything') : question}
        placeholder={question === '' ? t('checkIn.question.anything') : t('checkIn.question.optional')}
        value={answer}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          change((form) => ({ ...form, answer: typed }));
        }}
      />
    </section>
  );
};

/** How the week felt: goes to the private space of its author and is never averaged. */
export const Pulse = (props: PartProps & { readonly value: number | null; readonly shared: boolean }) => {
  const { t } = useText();
  return (
    <section aria-labelledby="pulse">
      <SectionHead id="pulse" title={t('checkIn.pulse.title')} note={t('checkIn.pulse.optional')} />
      <div className={classes['pulse']}>
        <p>
          <LockIcon size={14} stroke={1.75} aria-hidden />
          <span>{t(props.shared && props.value !== null ? 'checkIn.pulse.public' : 'checkIn.pulse.private')}</span>
        </p>
        <div role="group" aria-labelledby="pulse" className={classes['scale']}>
          {([1, 2, 3, 4, 5] as const).map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={props.value === value}
              onClick={() => {
                props.change((form) => ({ ...form, pulse: form.pulse === value ? null : value }));
              }}
            >
              <b>{value}</b>
              {t(`checkIn.pulse.words.p${value}`)}
            </button>
          ))}
        </div>
        {props.value !== null && (
          <label className={classes['share']}>
            <input
              type="checkbox"
              checked={props.shared}
              onChange={(event) => {
                const sharePulse = event.currentTarget.checked;
                props.change((form) => ({ ...form, sharePulse }));
              }}
            />
            {t('checkIn.pulse.share')}
          </label>
        )}
      </div>
    </section>
  );
};
