import {
  AwardIcon,
  CalendarIcon,
  CheckInIcon,
  ClipboardIcon,
  CommentIcon,
  EditIcon,
  FeedbackIcon,
  GoalsIcon,
  ListIcon,
  LockIcon,
  PeopleIcon,
  QuestionIcon,
  SettingsIcon,
  WorkIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';

/** Kinds of records that people search for, in the order of the filter. */
export const searchKinds = [
  'objective',
  'goal-template',
  'task',
  'check-in',
  'request',
  'comment',
  'feedback',
  'feedback-request',
  'kudos',
  'badge',
  'agenda-item',
  'meeting',
  'note',
  'person',
  'cycle',
] as const;
export type SearchKind = (typeof searchKinds)[number];

export const isSearchKind = (kind: unknown): kind is SearchKind => searchKinds.some((known) => known === kind);

export const kindIcons: Readonly<Record<string, Icon>> = {
  objective: GoalsIcon,
  'goal-template': ClipboardIcon,
  task: WorkIcon,
  'check-in': CheckInIcon,
  request: QuestionIcon,
  comment: CommentIcon,
  feedback: FeedbackIcon,
  'feedback-request': FeedbackIcon,
  kudos: AwardIcon,
  badge: AwardIcon,
  'agenda-item': ListIcon,
  meeting: EditIcon,
  note: LockIcon,
  person: PeopleIcon,
  cycle: CalendarIcon,
  'team-settings': SettingsIcon,
};
