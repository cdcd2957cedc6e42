import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { Button, Dialog, DialogFoot } from '../control/index.ts';
import { Banner } from '../message/index.ts';
import classes from './form.module.css';
import { SubmitForm } from './submit-form.tsx';

export interface FormDialogProps {
  /** Asks or names the act. */
  readonly title: string;
  readonly onClose: () => void;
  /** Enter in a line, or the act; not called while `busy` or `disabled`. */
  readonly onSubmit: () => void;
  /** What the act is called. */
  readonly act: string;
  /** What leaving it is called; "Cancel" unless said. */
  readonly leave?: string;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** The sentence of what went wrong, which stands above the acts. */
  readonly error?: string | null | undefined;
  readonly size?: number;
  readonly children: ReactNode;
}

/** A dialog that holds one form: fields, what went wrong, and two acts that stay in sight. It stays while `busy`. */
export const FormDialog = (props: FormDialogProps) => {
  const { t } = useText();
  const { title, onClose, onSubmit, act, leave, busy = false, disabled = false, error = null, size } = props;
  return (
    <Dialog opened onClose={onClose} title={title} {...(size === undefined ? {} : { size })}>
      <SubmitForm className={classes['form']} busy={busy} disabled={disabled} onSubmit={onSubmit}>
        {props.children}
        {error !== null && (
          <Banner tone="off-track" live>
            {error}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={onClose}>
            {leave ?? t('ui.dialog.cancel')}
          </Button>
          <Button tone="primary" type="submit" busy={busy} disabled={disabled}>
            {act}
          </Button>
        </DialogFoot>
      </SubmitForm>
    </Dialog>
  );
};
