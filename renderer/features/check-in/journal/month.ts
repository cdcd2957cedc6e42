import type { byMonth } from '#shared/domain/index.ts';
import type { CheckInView } from '#shared/protocol/index.ts';

/** A month of a journal with its check-ins. */
export type Month = ReturnType<typeof byMonth<CheckInView>>[number];
