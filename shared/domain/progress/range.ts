import { err, ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { KeyResultType } from '../../schema/index.ts';

/** A key result that starts where it ends measures nothing. Thresholds have no start: they are kept, not reached. */
export const checkRange = ({
  type,
  start,
  target,
}: {
  readonly type: KeyResultType;
  readonly start: number;
  readonly target: number;
}): Result<void, { readonly sentence: string }> =>
  type !== 'threshold' && start === target
    ? err({ sentence: 'Start and target are the same, so there is no progress to measure. Change one of them.' })
    : ok(undefined);
