import { useState } from 'react';
import type { CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { useCommand } from '#renderer/state/index.ts';

export interface Verify {
  readonly busy: boolean;
  readonly result: CommandResult<'verify.run'> | null;
  readonly error: ProtocolError | null;
  readonly run: () => void;
  readonly stop: () => void;
  readonly dismiss: () => void;
}

/** Checks everything this device holds; the outcome stays until it is dismissed. */
export const useVerify = (): Verify => {
  const verify = useCommand('verify.run');
  const cancel = useCommand('verify.cancel');
  const [result, setResult] = useState<CommandResult<'verify.run'> | null>(null);
  return {
    busy: verify.busy,
    result,
    error: verify.error,
    run: () => {
      if (verify.busy) return;
      setResult(null);
      void verify.run({}, { quiet: true }).then((outcome) => {
        if (outcome.ok) setResult(outcome.value);
      });
    },
    stop: () => void cancel.run({}),
    dismiss: () => {
      setResult(null);
      verify.clear();
    },
  };
};
