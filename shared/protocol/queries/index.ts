import type { z } from 'zod';
import { deviceQueries } from './devices.ts';
import { erasureQueries } from './erasure.ts';
import { memberQueries } from './members.ts';
import { peopleQueries } from './people.ts';
import { recordQueries } from './records.ts';
import { recoveryQueries } from './recovery.ts';
import { reminderQueries } from './reminders.ts';
import { requestQueries } from './requests.ts';
import { securityQueries } from './security.ts';
import { templateQueries } from './templates.ts';
import { teamWeekQueries } from './team-week.ts';
import { triageQueries } from './triage.ts';
import { workQueries } from './work.ts';

export type { DeviceView, PairingAnswerView, PairingOfferView } from './devices.ts';
export type { TriageCell, TriageItem } from './triage.ts';
export type { ReminderView } from './reminders.ts';
export type { AwayItem, HistoryEntry, NeedsMe, SyncState } from './records.ts';

/** Every query: subscribed to, a snapshot first and a new value whenever its inputs change. */
export const queries = {
  ...recordQueries,
  ...memberQueries,
  ...deviceQueries,
  ...recoveryQueries,
  ...erasureQueries,
  ...securityQueries,
  ...workQueries,
  ...triageQueries,
  ...peopleQueries,
  ...requestQueries,
  ...reminderQueries,
  ...templateQueries,
  ...teamWeekQueries,
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type QueryParams<N extends QueryName> = z.input<Queries[N]['params']>;
export type QueryRequest<N extends QueryName> = z.output<Queries[N]['params']>;
export type QueryResult<N extends QueryName> = z.output<Queries[N]['result']>;
