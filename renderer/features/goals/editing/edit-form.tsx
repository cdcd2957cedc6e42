import type { ReactNode } from 'react';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Banner, Button, SubmitForm, keepKeys } from '#renderer/ui/index.ts';
import classes from '../form/form.module.css';

export interface EditFormProps {
  readonly label: string;
  readonly busy: boolean;
  readonly error: ProtocolError | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Edits in place of what is edited: Ctrl/Cmd+Enter saves, Esc steps out; it stays while it is being saved. */
export const EditForm = (props: EditFormProps) => {
  const { t } = useText();
  return (
    <SubmitForm
      className={classes['form']}
      label={props.label}
      busy={props.busy}
      onSubmit={props.onSave}
      onKeyDown={(event) => {
        keepKeys(event);
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          props.onSave();
        }
      }}
    >
      {props.children}
      {props.error !== null && (
        <Banner tone="off-track" live>
          {props.error.sentence}
        </Banner>
      )}
      <div className={classes['acts']}>
        <Button size="xs" tone="quiet" keys="escape" onClick={props.onClose}>
          {t('goals.cancel')}
        </Button>
        <Button size="xs" tone="primary" type="submit" keys="mod+enter" busy={props.busy}>
          {t('goals.save')}
        </Button>
      </div>
    </SubmitForm>
  );
};
