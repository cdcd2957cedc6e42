import type { PlanOutcome, TaskState } from '#shared/schema/index.ts';
import type { Flag } from './view.ts';

export interface TaskRow {
  readonly record_id: string;
  readonly title: string;
  readonly owner_id: string | null;
  readonly milestone: Flag;
  readonly key_result_id: string | null;
  readonly due: string | null;
  readonly state: TaskState;
  readonly done_at: number | null;
  readonly deliverable: string;
  readonly accepted_by_id: string | null;
  readonly accepted_at: number | null;
  readonly position: number;
  readonly import_key: string | null;
  readonly done_means: string;
  readonly note: string;
  /** The week it is planned for now. */
  readonly week: string | null;
  readonly carried: number;
}

export interface TaskWeekRow {
  readonly record_id: string;
  readonly id: string;
  readonly week: string;
  readonly outcome: PlanOutcome;
}
