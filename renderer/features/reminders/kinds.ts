import type { ReminderView } from '#shared/protocol/index.ts';
import { placeOfKind } from '#renderer/state/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import {
  CalendarIcon,
  CheckInIcon,
  ClockIcon,
  FeedbackIcon,
  GoalsIcon,
  QuestionIcon,
  WaitIcon,
  WorkIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';

export type ReminderKind = ReminderView['kind'];

export const reminderIcons: Readonly<Record<ReminderKind, Icon>> = {
  blocker: WaitIcon,
  urgent: QuestionIcon,
  norm: ClockIcon,
  'check-in': CheckInIcon,
  task: WorkIcon,
  'stale-goal': GoalsIcon,
  'one-on-one': FeedbackIcon,
  cycle: CalendarIcon,
};

export interface Target {
  readonly place: PlaceId;
  readonly id: string | null;
}

/** Where a reminder leads. The own check-in of the week has no record yet, and a cycle is the tree of its goals. */
export const targetOf = ({ kind, targetKind, targetId }: ReminderView): Target => {
  if (kind === 'check-in') return { place: 'check-in', id: null };
  if (kind === 'cycle') return { place: 'goals', id: null };
  return { place: placeOfKind(targetKind), id: targetId };
};

/** The address of a place, as the system's notifications carry it. */
export const addressOf = ({ place, id }: Target): string => (id === null ? `/${place}` : `/${place}/${id}`);
