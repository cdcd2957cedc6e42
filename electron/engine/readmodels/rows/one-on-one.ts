import type { AgendaForm } from '#shared/schema/index.ts';

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

export interface MeetingRow {
  readonly record_id: string;
  readonly day: string;
  readonly notes: string;
}
