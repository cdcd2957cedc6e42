export type {
  DeviceView,
  ForkView,
  ProfileView,
  QueryContext,
  RawHistoryEntry,
  TeamInvitation,
  TeamMember,
  TeamView,
} from './context.ts';
export type { QueryHandler, QueryHandlers, Topic } from './handler.ts';
export { looksKey, ownRecords, readKnown, readLooks, retentionKey } from './erasure.ts';
export { parseReminderState, reminderStateKey, type ReminderState } from './reminders/index.ts';
export { createQueryHandlers } from './handlers.ts';
export { createSharing, type Sharing } from './sharing.ts';
export { praiseQuietKey } from './praise-gap.ts';
export { hoursFrom } from './stored-json.ts';
