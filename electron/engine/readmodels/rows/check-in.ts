import type { Confidence, PlanOutcome } from '#shared/schema/index.ts';
import type { Flag } from './view.ts';

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

export interface PulseRow {
  readonly record_id: string;
  readonly week: string;
  readonly value: number;
}
