import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useGo } from './navigation.tsx';

/** What can be begun from any place, in a dialog of its own. */
export type Beginning = 'goal' | 'task';

interface Beginnings {
  readonly begun: Beginning | null;
  /** A goal is begun among the goals; a task where one is. */
  readonly begin: (what: Beginning) => void;
  /** Its dialog was opened by the place it belongs to, or was closed. */
  readonly taken: () => void;
}

const Context = createContext<Beginnings | null>(null);

/** Carries what somebody begins in one place to where its dialog is. */
export const BeginningProvider = (props: { readonly children: ReactNode }) => {
  const [begun, setBegun] = useState<Beginning | null>(null);
  const go = useGo();
  const value = useMemo(
    (): Beginnings => ({
      begun,
      begin: (what) => {
        setBegun(what);
        if (what === 'goal') go('goals');
      },
      taken: () => setBegun(null),
    }),
    [begun, go],
  );
  return <Context value={value}>{props.children}</Context>;
};

/** Beginning a goal or a task. */
export const useBeginning = (): Beginnings => {
  const beginning = useContext(Context);
  if (beginning === null) throw new Error('useBeginning was called outside BeginningProvider.');
  return beginning;
};
