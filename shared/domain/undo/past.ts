import type { Scalar } from '../../schema/index.ts';

/** What an entry of the past did to one path: the value its author saw, and the value it left. */
export interface PastChange {
  readonly path: string;
  readonly from: Scalar;
  readonly to: Scalar;
}

/** An entry of a record's history, as far as undoing has to know it. */
export interface PastEntry {
  readonly entryId: string;
  readonly personId: string | null;
  /** False for what waits, is locked or was set aside: it is no part of the record. */
  readonly applied: boolean;
  readonly changes: readonly PastChange[];
}
