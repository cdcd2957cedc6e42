import type { Db } from '../store/index.ts';
import type { TeamSettingsRow } from '../readmodels/index.ts';

/** The product's response norm and staleness, until the team's own settings arrive. */
const untilArrived = { standard_hours: 24, urgent_hours: 4, stale_days: 14, question: '', questions: '' } as const;

export type TeamNorms = Pick<
  TeamSettingsRow,
  'standard_hours' | 'urgent_hours' | 'stale_days' | 'question' | 'questions'
>;

export type StoredTeam = TeamSettingsRow & { readonly heads: string };

export interface TeamSettingsReader {
  /** Undefined while the record has not arrived. */
  readonly stored: () => StoredTeam | undefined;
  readonly norms: () => TeamNorms;
}

// CROSS JOIN keeps SQLite from walking all records for the one row; so in other queries.
export const createTeamSettings = (db: Db): TeamSettingsReader => {
  const read = db.prepare<[], StoredTeam>(
    'SELECT t.*, v.heads FROM team_settings t CROSS JOIN record_view v USING (record_id) ORDER BY v.created_at, t.record_id LIMIT 1',
  );
  return { stored: () => read.get(), norms: () => read.get() ?? untilArrived };
};
