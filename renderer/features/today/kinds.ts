import type { AwayItem, NeedsMe } from '#shared/protocol/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import {
  AwardIcon,
  CalendarIcon,
  CheckIcon,
  CheckInIcon,
  CommentIcon,
  FeedbackIcon,
  GoalsIcon,
  JoinedIcon,
  PeopleIcon,
  ProgressIcon,
  SyncIcon,
  WaitIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';

export const needIcons: Readonly<Record<NeedsMe['kind'], Icon>> = {
  blocker: WaitIcon,
  'check-in': CheckInIcon,
  acknowledge: CheckIcon,
  'stale-goal': GoalsIcon,
  conflict: SyncIcon,
  comment: CommentIcon,
};

export const awayIcons: Readonly<Record<AwayItem['kind'], Icon>> = {
  joined: JoinedIcon,
  objective: GoalsIcon,
  progress: ProgressIcon,
  'check-in': CheckInIcon,
  comment: CommentIcon,
  acknowledgement: CheckIcon,
  feedback: FeedbackIcon,
  kudos: AwardIcon,
  person: PeopleIcon,
  cycle: CalendarIcon,
};

export interface Target {
  readonly place: PlaceId;
  readonly id: string | null;
}

/** Where a need is met. The own check-in of the week has no record yet. */
export const targetOfNeed = (need: NeedsMe): Target => {
  switch (need.kind) {
    case 'check-in':
      return { place: 'check-in', id: null };
    case 'blocker':
    case 'acknowledge':
      return { place: 'check-in', id: need.targetId };
    case 'stale-goal':
    case 'conflict':
    case 'comment':
      return { place: 'goals', id: need.targetId };
  }
};

/** Where an arrival is shown; feedback and kudos stand in the thread with their author. */
export const targetOfAway = (item: AwayItem): Target => {
  switch (item.kind) {
    case 'objective':
    case 'progress':
    case 'comment':
      return { place: 'goals', id: item.targetId };
    case 'cycle':
      return { place: 'goals', id: null };
    case 'check-in':
    case 'acknowledgement':
      return { place: 'check-in', id: item.targetId };
    case 'joined':
    case 'person':
    case 'feedback':
    case 'kudos':
      return { place: 'people', id: item.byId };
  }
};
