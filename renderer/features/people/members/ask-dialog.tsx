import type { ReactNode } from 'react';
import { Button, Dialog } from '#renderer/ui/index.ts';
import { Banner } from '#renderer/ui/index.ts';

/** Asks before something that cannot be undone: the safe answer first and focused, what it does as the title says. */
export const AskDialog = (props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly keep: string;
  readonly act: string;
  readonly busy: boolean;
  /** Why it failed, if it did. */
  readonly error?: string | undefined;
  readonly danger?: boolean;
  readonly onClose: () => void;
  readonly onAct: () => void;
}) => (
  <Dialog
    opened
    onClose={props.onClose}
    title={props.title}
    size={560}
    foot={
      <>
        <Button tone="quiet" keys="escape" onClick={props.onClose} data-autofocus>
          {props.keep}
        </Button>
        <Button tone={props.danger === false ? 'primary' : 'danger-solid'} busy={props.busy} onClick={props.onAct}>
          {props.act}
        </Button>
      </>
    }
  >
    {props.children}
    {props.error !== undefined && (
      <Banner tone="off-track" live>
        {props.error}
      </Banner>
    )}
  </Dialog>
);
