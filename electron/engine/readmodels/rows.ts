import type { BlockerRow, CheckInRow, CheckInUpdateRow, PlanRow, PulseRow } from './rows/check-in.ts';
import type {
  ContributorRow,
  CycleRow,
  GoalTemplateRow,
  KeyResultRow,
  ObjectiveRow,
  ProgressUpdateRow,
} from './rows/goals.ts';
import type { AgendaItemRow, MeetingRow } from './rows/one-on-one.ts';
import type { BadgeRow, FeedbackRequestRow, FeedbackRow, KudosRow, NoteRow } from './rows/recognition.ts';
import type { AcknowledgementRow, CommentRow, MentionRow, RequestRow, RequestTurnRow } from './rows/replies.ts';
import type { ErasureRow, LeaveRow, PersonRow, TeamSettingsRow } from './rows/team.ts';
import type { RecordViewRow } from './rows/view.ts';
import type { TaskRow, TaskWeekRow } from './rows/work.ts';

export type * from './rows/check-in.ts';
export type * from './rows/goals.ts';
export type * from './rows/one-on-one.ts';
export type * from './rows/recognition.ts';
export type * from './rows/replies.ts';
export type * from './rows/team.ts';
export type * from './rows/view.ts';
export type * from './rows/work.ts';

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
