import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '#renderer/i18n/index.ts';
import { classNames } from '../class-names.ts';
import { Button, IconButton } from '../control/index.ts';
import { BellIcon, CheckIcon, CloseIcon, StopIcon } from '../icons.tsx';
import { useUi } from '../services.tsx';
import classes from './toast.module.css';
import { toastMs } from './toasts.ts';
import type { Toast } from './toasts.ts';

/** Runs a toast out, pausing while the pointer or the focus is on it. */
const useRunOut = (toast: Toast, paused: boolean): void => {
  const { clock, timers, toasts } = useUi();
  const left = useRef<number>(
    toast.undo !== undefined ? toastMs.undo : toast.act !== undefined ? toastMs.act : toastMs[toast.tone],
  );
  useEffect(() => {
    if (paused) return;
    const began = clock.now();
    const cancel = timers.after(left.current, () => {
      toasts.dismiss(toast.id);
    });
    return () => {
      cancel();
      left.current = Math.max(0, left.current - (clock.now() - began));
    };
  }, [clock, timers, toasts, toast.id, paused]);
};

const ToastLine = (props: { readonly toast: Toast }) => {
  const { t } = useText();
  const { toasts } = useUi();
  const { toast } = props;
  const [paused, setPaused] = useState(false);
  useRunOut(toast, paused);
  const { undo, act } = toast;
  const Plain = act === undefined ? CheckIcon : BellIcon;
  return (
    <div
      className={classes['toast']}
      role={toast.tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => {
        setPaused(true);
      }}
      onPointerLeave={() => {
        setPaused(false);
      }}
      onFocus={() => {
        setPaused(true);
      }}
      onBlur={() => {
        setPaused(false);
      }}
    >
      {toast.tone === 'error' ? (
        <StopIcon size={16} stroke={1.9} aria-hidden />
      ) : (
        undo === undefined && <Plain size={16} stroke={1.9} aria-hidden />
      )}
      <span>{toast.sentence}</span>
      {undo !== undefined && (
        <Button
          size="xs"
          keys="z"
          onClick={() => {
            toasts.dismiss(toast.id);
            undo();
          }}
        >
          {t('ui.toast.undo')}
        </Button>
      )}
      {act !== undefined && (
        <Button
          size="xs"
          onClick={() => {
            toasts.dismiss(toast.id);
            act.run();
          }}
        >
          {act.label}
        </Button>
      )}
      {(toast.tone === 'error' || act !== undefined) && (
        <IconButton
          icon={CloseIcon}
          label={t('ui.toast.dismiss')}
          size="xs"
          onClick={() => {
            toasts.dismiss(toast.id);
          }}
        />
      )}
      {undo !== undefined && <span className={classes['left']} />}
    </div>
  );
};

/** Where toasts appear: the bottom start of the main area, or of the window where there is no sidebar. */
export const ToastHost = (props: { readonly bare?: boolean }) => {
  const { t } = useText();
  const { toasts } = useUi();
  const shown = useStore(toasts.store);
  return (
    <div
      className={classNames(classes['host'], props.bare === true && classes['bare'])}
      role="region"
      aria-label={t('ui.toast.region')}
      aria-live="polite"
    >
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
};
