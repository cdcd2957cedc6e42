import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { Banner, Button } from '#renderer/ui/index.ts';
import classes from './first-run.module.css';

export interface FormFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  /** What went wrong, in a sentence, where no single field is to blame. */
  readonly error: string | null;
  readonly act: ReactNode;
  /** What is being done right now, in a sentence. */
  readonly progress?: string | null;
  readonly busy: boolean;
  /** Counts the refusals: each takes the reader to the first field that is to blame. */
  readonly attempt: number;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
}

/** A first-day form: Enter submits from every field, Esc goes back. */
export const FormFrame = (props: FormFrameProps) => {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const { attempt } = props;
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);
  return (
    <form
      ref={form}
      className={`${classes['column'] ?? ''} ${classes['form'] ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !props.busy) props.onBack();
      }}
    >
      <h1>{props.title}</h1>
      <p className={classes['formLead']}>{props.lead}</p>
      {props.children}
      {props.error !== null && (
        <Banner tone="off-track" live>
          {props.error}
        </Banner>
      )}
      <p className={classes['progress']} role="status">
        {props.busy ? (props.progress ?? '') : ''}
      </p>
      <div className={classes['foot']}>
        <Button tone="quiet" keys="escape" onClick={props.onBack} disabled={props.busy}>
          {t('firstRun.back')}
        </Button>
        {props.act}
      </div>
    </form>
  );
};
