import type {
  AgendaForm,
  Confidence,
  Direction,
  KeyResultType,
  LeaveReason,
  ObjectiveState,
  PlanOutcome,
  RequestState,
  RollUp,
  TaskState,
} from '#shared/schema/index.ts';
import type { ErasureReason, Visibility } from '#shared/schema/index.ts';

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

export interface CheckInRow {
  readonly record_id: string;
  readonly person_id: string;
  readonly week: string;
  readonly nothing_changed: Flag;
  readonly submitted_at: number;
  readonly question: string;
  readonly answer: string;
  readonly skipped: Flag;
  readonly skip_reason: string;
  readonly pulse: number | null;
}

export interface PlanRow {
  readonly record_id: string;
  readonly list: 'last' | 'this';
  readonly position: number;
  readonly id: string;
  readonly text: string;
  readonly outcome: PlanOutcome;
  readonly carried: number;
  readonly key_result_id: string | null;
}

export interface CheckInUpdateRow {
  readonly record_id: string;
  readonly position: number;
  readonly id: string;
  readonly key_result_id: string;
  readonly value: number | null;
  readonly confidence: Confidence | null;
  readonly projection: number | null;
  readonly note: string;
}

export interface BlockerRow {
  readonly record_id: string;
  readonly position: number;
  readonly id: string;
  readonly text: string;
  readonly waits_for_id: string;
  readonly urgent: Flag;
}

export interface CommentRow {
  readonly record_id: string;
  readonly target_id: string;
  readonly target_kind: string;
  readonly by_id: string | null;
  readonly at: number;
  readonly edited_at: number | null;
  readonly text: string;
}

/** Whom a comment speaks to. */
export interface MentionRow {
  readonly record_id: string;
  readonly person_id: string;
  /** The name in the text after the `@`. */
  readonly written: string;
}

export interface AcknowledgementRow {
  readonly record_id: string;
  readonly target_id: string;
  readonly person_id: string | null;
  readonly at: number;
}

export interface FeedbackRow {
  readonly record_id: string;
  readonly about_id: string;
  readonly by_id: string | null;
  readonly visibility: Visibility;
  readonly at: number;
  readonly text: string;
  readonly request_id: string | null;
  readonly goal_id: string | null;
}

export interface KudosRow {
  readonly record_id: string;
  readonly to_id: string;
  readonly by_id: string | null;
  readonly value: string;
  readonly evidence_id: string | null;
  readonly at: number;
  readonly text: string;
}

export interface PulseRow {
  readonly record_id: string;
  readonly week: string;
  readonly value: number;
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

export interface LeaveRow {
  readonly record_id: string;
  readonly person_id: string;
  readonly start: string;
  readonly end: string;
  readonly reason: LeaveReason;
  readonly note: string;
  readonly cancelled: Flag;
}

export interface AgendaItemRow {
  readonly record_id: string;
  readonly text: string;
  readonly form: AgendaForm;
  readonly source_id: string | null;
  readonly source_kind: string;
  readonly by_id: string | null;
  readonly at: number;
  readonly owner_id: string | null;
  readonly due: string | null;
  readonly decision: string;
  readonly done_at: number | null;
  readonly position: number;
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

export interface MeetingRow {
  readonly record_id: string;
  readonly day: string;
  readonly notes: string;
}

export interface FeedbackRequestRow {
  readonly record_id: string;
  readonly by_id: string | null;
  readonly asked_id: string;
  readonly about_id: string;
  readonly prompt: string;
  readonly urgent: Flag;
  readonly at: number;
  readonly answered_at: number | null;
  readonly declined_at: number | null;
  readonly withdrawn_at: number | null;
  readonly goal_id: string | null;
  readonly decline_words: string;
}

export interface BadgeRow {
  readonly record_id: string;
  readonly milestone_id: string;
  readonly to_id: string;
  readonly by_id: string | null;
  readonly title: string;
  readonly value: string;
  readonly words: string;
  readonly at: number;
}

export interface NoteRow {
  readonly record_id: string;
  readonly about_id: string;
  readonly evidence_id: string | null;
  readonly text: string;
  readonly at: number;
}

export interface RequestRow {
  readonly record_id: string;
  readonly question: string;
  readonly text: string;
  readonly from_id: string;
  readonly to_id: string;
  /** Who named `to_id`, and when: the norm runs from then. */
  readonly by_id: string | null;
  readonly since: number;
  readonly asked_at: number;
  readonly urgent: Flag;
  readonly state: RequestState;
  readonly closed_at: number | null;
  readonly target_id: string | null;
  readonly target_kind: string;
  readonly blocker_id: string | null;
}

export interface RequestTurnRow {
  readonly record_id: string;
  readonly position: number;
  readonly to_id: string;
  readonly by_id: string | null;
  readonly at: number;
  readonly until: number | null;
}

/** The tables that hold what is special to a kind, and their rows. */
export interface KindTables {
  readonly team_settings: TeamSettingsRow;
  readonly people: PersonRow;
  readonly cycles: CycleRow;
  readonly objectives: ObjectiveRow;
  readonly contributors: ContributorRow;
  readonly key_results: KeyResultRow;
  readonly progress_updates: ProgressUpdateRow;
  readonly check_ins: CheckInRow;
  readonly plans: PlanRow;
  readonly check_in_updates: CheckInUpdateRow;
  readonly blockers: BlockerRow;
  readonly comments: CommentRow;
  readonly mentions: MentionRow;
  readonly acknowledgements: AcknowledgementRow;
  readonly feedback: FeedbackRow;
  readonly kudos: KudosRow;
  readonly pulses: PulseRow;
  readonly erasures: ErasureRow;
  readonly tasks: TaskRow;
  readonly task_weeks: TaskWeekRow;
  readonly leave_days: LeaveRow;
  readonly agenda_items: AgendaItemRow;
  readonly meetings: MeetingRow;
  readonly feedback_requests: FeedbackRequestRow;
  readonly badges: BadgeRow;
  readonly notes: NoteRow;
  readonly requests: RequestRow;
  readonly request_turns: RequestTurnRow;
  readonly goal_templates: GoalTemplateRow;
}

export type KindTable = keyof KindTables;
export type KindRows = { readonly [T in KindTable]?: readonly KindTables[T][] };

/** Everything that one record contributes to the read models. */
export interface RecordRows {
  readonly view: RecordViewRow;
  readonly search: { readonly title: string; readonly body: string; readonly kind: string } | null;
  readonly rows: KindRows;
}
