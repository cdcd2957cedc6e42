/** SQLite has no booleans. */
export type Flag = 0 | 1;

export interface RecordViewRow {
  readonly record_id: string;
  readonly space_id: string;
  readonly kind: string;
  readonly title: string;
  readonly author_id: string | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly conflict_count: number;
  readonly read_only_reason: string | null;
  /** JSON array of change hashes, sorted. */
  readonly heads: string;
  /** JSON array in the protocol's shape. */
  readonly conflicts: string;
}
