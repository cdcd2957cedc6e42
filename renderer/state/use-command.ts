import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandName, CommandParams, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import type { Result } from '#shared/std/index.ts';
import { useSaid } from '#renderer/i18n/index.ts';
import { useToast } from '#renderer/ui/index.ts';
import { useEngine } from './context.tsx';
import { undoable } from './undoable.ts';
import { useUndo } from './use-undo.ts';

export interface RunOptions {
  /** Said once the change is durable, never before. */
  readonly done?: string | undefined;
  /** Offered beside it for eight seconds. */
  readonly undo?: (() => void) | undefined;
  /** The caller shows the failure itself, beside its field. */
  readonly quiet?: boolean;
}

export interface CommandHandle<N extends CommandName> {
  readonly run: (params: CommandParams<N>, options?: RunOptions) => Promise<Result<CommandResult<N>, ProtocolError>>;
  readonly busy: boolean;
  /** The last failure, until the next run or `clear`. */
  readonly error: ProtocolError | null;
  readonly clear: () => void;
}

/**
 * A command with its progress and failure, said in the window's language. A failure is said in a toast unless the caller
 * shows it in place and is still there to do so.
 */
export const useCommand = <N extends CommandName>(name: N): CommandHandle<N> => {
  const engine = useEngine();
  const toast = useToast();
  const said = useSaid();
  const undo = useUndo();
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<ProtocolError | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(
    async (params: CommandParams<N>, options: RunOptions = {}) => {
      setBusy((count) => count + 1);
      setError(null);
      const answer = await engine.run(name, params);
      const result = answer.ok
        ? answer
        : { ...answer, error: { ...answer.error, sentence: said(answer.error.sentence) } };
      if (mounted.current) {
        setBusy((count) => count - 1);
        if (!result.ok) setError(result.error);
      }
      // Where its form is gone nobody else would say it.
      if (!result.ok && (options.quiet !== true || !mounted.current))
        toast({ sentence: result.error.sentence, tone: 'error' });
      const change = result.ok && undoable.has(name) ? engine.lastChange() : null;
      const takeBack = change === null ? undefined : () => undo(change);
      if (result.ok && options.done !== undefined) toast({ sentence: options.done, undo: options.undo ?? takeBack });
      return result;
    },
    [engine, toast, name, said, undo],
  );

  const clear = useCallback(() => {
    setError(null);
  }, []);

  return { run, busy: busy > 0, error, clear };
};
