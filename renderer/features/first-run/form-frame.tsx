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
  readonly onBack: () => void;
  readonly onSubmit: () => void;
}

/** A first-day form: Enter submits from every field, Esc goes back. */
export const FormFrame = (props: FormFrameProps) => {
  const { t } = useText();
  return (
    <form
      className={`${classes['column'] ?? ''} ${classes['form'] ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onBack();
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
      <div className={classes['foot']}>
        <Button tone="quiet" keys="escape" onClick={props.onBack}>
          {t('firstRun.back')}
        </Button>
        {props.act}
      </div>
    </form>
  );
};
