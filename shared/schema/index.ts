import { fromText, toText } from '../std/index.ts';
import { naturalKey, readKey } from './keys.ts';
import { agendaItem } from './kinds/agenda-item.ts';
import { acknowledgement } from './kinds/acknowledgement.ts';
import { badge } from './kinds/badge.ts';
import { checkIn } from './kinds/check-in.ts';
import { comment } from './kinds/comment.ts';
import { cycle } from './kinds/cycle.ts';
import { erasure } from './kinds/erasure.ts';
import { feedback } from './kinds/feedback.ts';
import { feedbackRequest } from './kinds/feedback-request.ts';
import { kudos } from './kinds/kudos.ts';
import { leave } from './kinds/leave.ts';
import { meeting } from './kinds/meeting.ts';
import { goalTemplate } from './kinds/goal-template.ts';
import { note } from './kinds/note.ts';
import { objective } from './kinds/objective.ts';
import { person } from './kinds/person.ts';
import { pulse } from './kinds/pulse.ts';
import { request } from './kinds/request.ts';
import { spaceInfo } from './kinds/space-info.ts';
import { task } from './kinds/task.ts';
import { teamSettings } from './kinds/team-settings.ts';
import type { KindDef } from './types.ts';

export type * from './types.ts';
export { mentionLines, mentionsOf } from './kinds/comment.ts';
export type { Mention } from './kinds/comment.ts';
export { isHours } from './calendar.ts';
export { firstLine } from './kinds/first-line.ts';
export * from './keys.ts';
export type { Confidence, Direction, KeyResultType, ObjectiveState, RollUp } from './kinds/objective.ts';
export type { AgendaForm } from './kinds/agenda-item.ts';
export type { LeaveReason } from './kinds/leave.ts';
export type { RequestState } from './kinds/request.ts';
export { noWeek } from './kinds/task.ts';
export type { TaskState } from './kinds/task.ts';
export type { PlanOutcome } from './kinds/check-in.ts';
export type { ErasureReason } from './kinds/erasure.ts';
export type { Visibility } from './kinds/feedback.ts';

const table = {
  'team-settings': teamSettings,
  person,
  cycle,
  objective,
  'check-in': checkIn,
  comment,
  acknowledgement,
  feedback,
  kudos,
  pulse,
  task,
  leave,
  'agenda-item': agendaItem,
  meeting,
  'feedback-request': feedbackRequest,
  badge,
  note,
  request,
  'goal-template': goalTemplate,
  'space-info': spaceInfo,
  erasure,
} as const;

type Table = typeof table;
export type RecordKind = keyof Table;
/** The complete value of a record of kind `K`, defaults filled in: what `kinds[K].parse` gives. */
export type RecordOf<K extends RecordKind> = Table[K] extends KindDef<infer V> ? V : never;

/** Every kind of record, by name, at its present schema version. */
export const kinds: { readonly [K in RecordKind]: KindDef<RecordOf<K>> } = table;

export type TeamSettingsRecord = RecordOf<'team-settings'>;
export type PersonRecord = RecordOf<'person'>;
export type CycleRecord = RecordOf<'cycle'>;
export type ObjectiveRecord = RecordOf<'objective'>;
export type KeyResultItem = ObjectiveRecord['keyResults'][string];
export type ProgressUpdateItem = ObjectiveRecord['updates'][string];
export type CheckInRecord = RecordOf<'check-in'>;
export type PlanItem = CheckInRecord['plans'][string];
export type CheckInUpdateItem = CheckInRecord['updates'][string];
export type BlockerItem = CheckInRecord['blockers'][string];
export type CommentRecord = RecordOf<'comment'>;
export type AcknowledgementRecord = RecordOf<'acknowledgement'>;
export type FeedbackRecord = RecordOf<'feedback'>;
export type KudosRecord = RecordOf<'kudos'>;
export type PulseRecord = RecordOf<'pulse'>;
export type TaskRecord = RecordOf<'task'>;
export type PlannedItem = TaskRecord['planned'][string];
export type LeaveRecord = RecordOf<'leave'>;
export type AgendaItemRecord = RecordOf<'agenda-item'>;
export type MeetingRecord = RecordOf<'meeting'>;
export type FeedbackRequestRecord = RecordOf<'feedback-request'>;
export type BadgeRecord = RecordOf<'badge'>;
export type NoteRecord = RecordOf<'note'>;
export type GoalTemplateRecord = RecordOf<'goal-template'>;
export type RequestRecord = RecordOf<'request'>;
export type SpaceInfoRecord = RecordOf<'space-info'>;
export type ErasureRecord = RecordOf<'erasure'>;

const byName: ReadonlyMap<string, KindDef> = new Map(Object.entries(kinds));

/** The definition of a kind named by an entry; undefined when this version of Meridian knows no such kind. */
export const kindOf = (name: string): KindDef | undefined => byName.get(name);

/** True for the name of a kind that this version knows. */
export const isRecordKind = (name: string): name is RecordKind => byName.has(name);

/** What an erasure is about: the kind and key of a record in the same space, and whose it is. */
export interface ErasureTarget {
  readonly kind: RecordKind;
  readonly key: Uint8Array;
  /** The author that the key proves; null for kinds whose keys name nobody. */
  readonly authorId: string | null;
}

/** Key of the one erasure of a record; undefined for kinds that are never erased. */
export const erasureKey = (kind: RecordKind, key: Uint8Array): Uint8Array | undefined => {
  const made = naturalKey(kind, toText(key));
  return readKey(erasure, made).ok ? made : undefined;
};

/** Reads the parts of an erasure's key; undefined when they name no record there could be. */
export const erasureTarget = (parts: readonly string[]): ErasureTarget | undefined => {
  const [kind = '', text = ''] = parts;
  const key = fromText(text);
  if (!isRecordKind(kind) || key === undefined) return undefined;
  const read = readKey(kinds[kind], key);
  if (!read.ok) return undefined;
  if (read.value.form === 'own') return { kind, key, authorId: read.value.creatorId };
  const part = { 'check-in': 0, acknowledgement: 1, badge: 2 }[kind as string];
  return { kind, key, authorId: part === undefined ? null : (read.value.parts[part] ?? null) };
};
