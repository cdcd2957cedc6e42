import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface Toast {
  readonly id: number;
  readonly sentence: string;
  /** An error stays until it is dismissed. */
  readonly tone: 'plain' | 'error';
  /** Takes the act back; offered for eight seconds, also as `z`. */
  readonly undo: (() => void) | undefined;
  /** Something to do about it, such as opening what it is about. */
  readonly act: ToastAct | undefined;
}

export interface ToastAct {
  readonly label: string;
  readonly run: () => void;
}

export interface Toasts {
  readonly store: StoreApi<readonly Toast[]>;
  readonly show: (toast: {
    readonly sentence: string;
    readonly tone?: Toast['tone'];
    readonly undo?: (() => void) | undefined;
    readonly act?: ToastAct | undefined;
  }) => void;
  readonly dismiss: (id: number) => void;
  /** Undoes the newest act that still offers it. */
  readonly undoLast: () => boolean;
}

/** How long a toast stays: long enough to undo or to read what it is about, short for a plain confirmation. */
export const toastMs = { undo: 8000, act: 12_000, plain: 4000, error: 12_000 } as const;

const mostAtOnce = 3;

export const createToasts = (): Toasts => {
  const store = createStore<readonly Toast[]>()(() => []);
  let next = 1;
  const dismiss = (id: number): void => {
    store.setState(
      store.getState().filter((toast) => toast.id !== id),
      true,
    );
  };
  return {
    store,
    dismiss,
    show: ({ sentence, tone = 'plain', undo, act }) => {
      const toast: Toast = { id: next++, sentence, tone, undo, act };
      const others = store.getState().filter((other) => other.sentence !== sentence);
      store.setState([...others, toast].slice(-mostAtOnce), true);
    },
    undoLast: () => {
      const last = store.getState().findLast((toast) => toast.undo !== undefined);
      if (last === undefined) return false;
      dismiss(last.id);
      last.undo?.();
      return true;
    },
  };
};
