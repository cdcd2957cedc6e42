import type { RequestState } from '#shared/schema/index.ts';
import type { Flag } from './view.ts';

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
