import type { ErasureReason, LeaveReason } from '#shared/schema/index.ts';
import type { Flag } from './view.ts';

export interface TeamSettingsRow {
  readonly record_id: string;
  readonly name: string;
  readonly standard_hours: number;
  readonly urgent_hours: number;
  readonly stale_days: number;
  readonly question: string;
  /** One a line. */
  readonly questions: string;
  /** JSON array of texts. */
  readonly team_values: string;
  /** Months after which such records are erased; 0 keeps them. */
  readonly retention_check_ins: number;
  readonly retention_feedback: number;
  readonly retention_comments: number;
}

export interface PersonRow {
  readonly record_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly time_zone: string;
  /** JSON array of seven spans or nulls, Monday first. */
  readonly hours: string;
  readonly standard_hours: number | null;
  readonly urgent_hours: number | null;
  readonly how_to_work_with_me: string;
  readonly holidays: string;
}

export interface LeaveRow {
  readonly record_id: string;
  readonly person_id: string;
  readonly start: string;
  readonly end: string;
  readonly reason: LeaveReason;
  readonly note: string;
  readonly cancelled: Flag;
}

export interface ErasureRow {
  readonly record_id: string;
  readonly target_id: string;
  readonly target_kind: string;
  /** Whose it was, where the key says so. */
  readonly author_id: string | null;
  readonly by_id: string | null;
  readonly at: number;
  readonly why: ErasureReason;
}
