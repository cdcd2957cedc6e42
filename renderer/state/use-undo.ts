import { useCallback } from 'react';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useToast } from '#renderer/ui/index.ts';
import { useEngine } from './context.tsx';

/** Takes a change of this window back, and says so, or says why not. */
export const useUndo = (): ((change: string) => void) => {
  const { t } = useText();
  const engine = useEngine();
  const toast = useToast();
  const said = useSaid();
  return useCallback(
    (change) => {
      void engine.undo(change).then((result) => {
        toast(result.ok ? { sentence: t('ui.undo.done') } : { sentence: said(result.error.sentence), tone: 'error' });
      });
    },
    [engine, toast, said, t],
  );
};

/** The same for the last change of this window, and at the next call for the one before it. */
export const useUndoLast = (): (() => void) => {
  const { t } = useText();
  const engine = useEngine();
  const toast = useToast();
  const undo = useUndo();
  return useCallback(() => {
    const change = engine.lastChange();
    if (change === null) toast({ sentence: t('ui.undo.nothing') });
    else undo(change);
  }, [engine, toast, undo, t]);
};
