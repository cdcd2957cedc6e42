import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useGo } from './navigation.tsx';

/** What is to be begun in somebody's thread, from wherever it was thought of. */
export interface WritingIntent {
  readonly personId: string;
  readonly what: 'feedback' | 'kudos' | 'ask' | 'note';
}

interface Writing {
  readonly intent: WritingIntent | null;
  /** Goes to the person's thread and opens the form there. */
  readonly begin: (intent: WritingIntent) => void;
  /** The thread has opened it. */
  readonly taken: () => void;
}

const Context = createContext<Writing | null>(null);

/** Carries what somebody begins to write in one place to the thread where it is written. */
export const WritingProvider = (props: { readonly children: ReactNode }) => {
  const [intent, setIntent] = useState<WritingIntent | null>(null);
  const go = useGo();
  const begin = useCallback(
    (next: WritingIntent) => {
      setIntent(next);
      go('people', next.personId);
    },
    [go],
  );
  const taken = useCallback(() => {
    setIntent(null);
  }, []);
  const value = useMemo(() => ({ intent, begin, taken }), [intent, begin, taken]);
  return <Context value={value}>{props.children}</Context>;
};

/** Beginning to write in somebody's thread. */
export const useWriting = (): Writing => {
  const writing = useContext(Context);
  if (writing === null) throw new Error('useWriting was called outside WritingProvider.');
  return writing;
};
