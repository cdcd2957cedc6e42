import type { EngineApi } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';

/** A record as it is stored, whatever its kind: the complete form of everything this profile can read. */
export interface ExportedRecord {
  readonly id: string;
  readonly kind: string;
  readonly schema: number;
  readonly spaceId: string;
  readonly createdById: string | null;
  /** Milliseconds since the epoch, as claimed by the author's device. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly value: RecordValue;
}

/** What an export reads: the queries that every screen reads, and all records behind them. */
export interface ExportSource {
  readonly read: EngineApi['read'];
  readonly records: () => Iterable<ExportedRecord>;
}
