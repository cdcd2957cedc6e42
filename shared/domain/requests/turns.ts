import type { RequestRecord } from '../../schema/index.ts';

/** One stretch of waiting for one person. Times are milliseconds since the epoch. */
export interface Turn {
  readonly id: string;
  readonly toId: string;
  readonly byId: string | null;
  readonly at: number;
  /** When it was handed on or closed; null while it runs. */
  readonly until: number | null;
}

/** Whom a request waited for, in order; the last turn is the present one. */
export const turnsOf = ({ turns, closedAt }: Pick<RequestRecord, 'turns' | 'closedAt'>): readonly Turn[] => {
  const sorted = Object.entries(turns)
    .flatMap(([id, { toId, byId, at }]) => (toId === null ? [] : [{ id, toId, byId, at }]))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return sorted.map((turn, nth) => ({ ...turn, until: sorted[nth + 1]?.at ?? closedAt }));
};

/** Whom a request waits for now; null where nobody was named. */
export const waitsFor = (record: Pick<RequestRecord, 'turns' | 'closedAt'>): string | null =>
  turnsOf(record).at(-1)?.toId ?? null;
