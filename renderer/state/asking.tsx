import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

/** What a question starts with: whom it goes to, and the record it is about. */
export interface AskSubject {
  readonly toId?: string | undefined;
  readonly target?: { readonly id: string; readonly title: string } | undefined;
}

interface Asking {
  /** The question that is being written; null when none is. */
  readonly subject: AskSubject | null;
  readonly ask: (subject?: AskSubject) => void;
  readonly close: () => void;
}

const Context = createContext<Asking | null>(null);

/** Lets every place of the window open the one form for questions to people. */
export const AskingProvider = (props: { readonly children: ReactNode }) => {
  const [subject, setSubject] = useState<AskSubject | null>(null);
  const ask = useCallback((next: AskSubject = {}) => {
    setSubject(next);
  }, []);
  const close = useCallback(() => {
    setSubject(null);
  }, []);
  const value = useMemo(() => ({ subject, ask, close }), [subject, ask, close]);
  return <Context value={value}>{props.children}</Context>;
};

/** The form for questions: what is being asked, and how to open and close it. */
export const useAsking = (): Asking => {
  const asking = useContext(Context);
  if (asking === null) throw new Error('useAsking was called outside AskingProvider.');
  return asking;
};
