import { createContext, use, useCallback, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { ActsInSight } from '../keys/use-acts.ts';
import classes from './dialog.module.css';

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Asks or names the act; when it cannot be undone, the body names the consequence. */
  readonly title: string;
  readonly children: ReactNode;
  /** The safe button first (quiet, focused first), the act last. */
  readonly foot?: ReactNode;
  readonly size?: number;
}

/** Holds the dialog around until what it returns is called; nothing where there is no dialog. */
const Hold = createContext<(() => () => void) | null>(null);

/** Holds the dialog around while `busy`: what comes of a form must not find it gone, or another in its place. */
export const useHeldDialog = (busy: boolean): void => {
  const hold = use(Hold);
  useLayoutEffect(() => (busy ? hold?.() : undefined), [busy, hold]);
};

/** The acts of a dialog; it stays in sight while a long form scrolls. */
export const DialogFoot = (props: { readonly children: ReactNode }) => (
  <div className={classes['foot']}>{props.children}</div>
);

/**
 * A dialog: Esc and the ground outside close it, unless a form in it is under way; focus stays within and returns where it
 * was.
 */
export const Dialog = (props: DialogProps) => {
  const { t } = useText();
  const held = useRef(0);
  const hold = useCallback(() => {
    held.current += 1;
    return () => {
      held.current -= 1;
    };
  }, []);
  return (
    <Modal
      opened={props.opened}
      onClose={() => {
        if (held.current === 0) props.onClose();
      }}
      title={props.title}
      size={props.size ?? 480}
      closeButtonProps={{ 'aria-label': t('ui.dialog.close') }}
    >
      <ActsInSight value={false}>
        <Hold value={hold}>
          <div className={classes['body']}>
            {props.children}
            {props.foot !== undefined && <DialogFoot>{props.foot}</DialogFoot>}
          </div>
        </Hold>
      </ActsInSight>
    </Modal>
  );
};
