import type { Visibility } from '#shared/schema/index.ts';
import type { Flag } from './view.ts';

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

export interface KudosRow {
  readonly record_id: string;
  readonly to_id: string;
  readonly by_id: string | null;
  readonly value: string;
  readonly evidence_id: string | null;
  readonly at: number;
  readonly text: string;
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
