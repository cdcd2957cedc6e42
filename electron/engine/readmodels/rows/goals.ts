import type { Confidence, Direction, KeyResultType, ObjectiveState, RollUp } from '#shared/schema/index.ts';
import type { Flag } from './view.ts';

export interface CycleRow {
  readonly record_id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly state: 'open' | 'closed';
}

export interface ObjectiveRow {
  readonly record_id: string;
  readonly title: string;
  readonly owner_id: string | null;
  readonly parent_id: string | null;
  readonly cycle_id: string | null;
  readonly state: ObjectiveState;
  readonly roll_up: RollUp;
  readonly manual_progress: number | null;
  readonly manual_by_id: string | null;
  readonly score: number | null;
  readonly closed_at: number | null;
  readonly import_key: string | null;
  readonly last_update_at: number | null;
  readonly description: string;
  readonly reflection: string;
  readonly due: string | null;
  readonly deliverable: string;
  readonly done_means: string;
  readonly accepted_by_id: string | null;
  readonly accepted_at: number | null;
  readonly carried_from_id: string | null;
}

export interface ContributorRow {
  readonly record_id: string;
  readonly person_id: string;
}

export interface KeyResultRow {
  readonly record_id: string;
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly type: KeyResultType;
  readonly unit: string;
  readonly start: number;
  readonly target: number;
  readonly direction: Direction;
  readonly weight: number;
  readonly owner_id: string | null;
  readonly archived: Flag;
  readonly import_key: string | null;
  /** What the newest update says; null before the first. */
  readonly value: number | null;
  readonly confidence: Confidence | null;
  readonly projection: number | null;
  readonly last_update_at: number | null;
}

export interface ProgressUpdateRow {
  readonly record_id: string;
  readonly id: string;
  readonly key_result_id: string;
  readonly value: number;
  readonly confidence: Confidence | null;
  readonly projection: number | null;
  readonly note: string;
  readonly by_id: string | null;
  readonly at: number;
}

export interface GoalTemplateRow {
  readonly record_id: string;
  readonly title: string;
  readonly description: string;
  readonly deliverable: string;
  readonly done_means: string;
  readonly archived: number;
  readonly key_results: string;
}
