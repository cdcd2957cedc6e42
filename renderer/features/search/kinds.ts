import {
  AwardIcon,
  CalendarIcon,
  CheckInIcon,
  CommentIcon,
  FeedbackIcon,
  GoalsIcon,
  PeopleIcon,
  SettingsIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';

/** Kinds of records that people search for, in the order of the filter. */
export const searchKinds = ['objective', 'check-in', 'comment', 'feedback', 'kudos', 'person', 'cycle'] as const;
export type SearchKind = (typeof searchKinds)[number];

export const isSearchKind = (kind: unknown): kind is SearchKind => searchKinds.some((known) => known === kind);

export const kindIcons: Readonly<Record<string, Icon>> = {
  objective: GoalsIcon,
  'check-in': CheckInIcon,
  comment: CommentIcon,
  feedback: FeedbackIcon,
  kudos: AwardIcon,
  person: PeopleIcon,
  cycle: CalendarIcon,
  'team-settings': SettingsIcon,
};
