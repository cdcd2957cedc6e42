import type { AwayItem, NeedsMe } from '#shared/protocol/index.ts';
import { placeOfKind } from '#renderer/state/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import {
  AwardIcon,
  CalendarIcon,
  CheckIcon,
  CheckInIcon,
  ClipboardIcon,
  CommentIcon,
  FeedbackIcon,
  GoalsIcon,
  JoinedIcon,
  PeopleIcon,
  ProgressIcon,
  QuestionIcon,
  SyncIcon,
  WaitIcon,
  WorkIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';

export const needIcons: Readonly<Record<NeedsMe['kind'], Icon>> = {
  blocker: WaitIcon,
  'check-in': CheckInIcon,
  acknowledge: CheckIcon,
  'stale-goal': GoalsIcon,
  conflict: SyncIcon,
  comment: CommentIcon,
  mention: CommentIcon,
  task: WorkIcon,
  accept: ClipboardIcon,
  request: QuestionIcon,
  'feedback-request': FeedbackIcon,
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
  request: QuestionIcon,
  leave: CalendarIcon,
  'feedback-request': FeedbackIcon,
  award: AwardIcon,
};

export interface Target {
  readonly place: PlaceId;
  readonly id: string | null;
}

/** What somebody said in a thread is found there, with whoever said it. */
const inThread = ({ kind, targetKind }: NeedsMe): boolean =>
  (kind === 'mention' || kind === 'comment') && placeOfKind(targetKind) === 'people';

/** Where a need is met. The own check-in of the week has no record yet. */
export const targetOfNeed = (need: NeedsMe): Target =>
  need.kind === 'check-in'
    ? { place: 'check-in', id: null }
    : { place: placeOfKind(need.targetKind), id: inThread(need) ? need.fromId : need.targetId };

/** Where an arrival is shown; feedback and recognition stand in the thread with their author. */
export const targetOfAway = (item: AwayItem): Target => {
  switch (item.kind) {
    case 'cycle':
      return { place: 'goals', id: null };
    case 'joined':
    case 'person':
    case 'feedback':
    case 'kudos':
    case 'award':
    case 'leave':
    case 'feedback-request':
      return { place: 'people', id: item.byId };
    case 'objective':
    case 'progress':
    case 'comment':
    case 'check-in':
    case 'acknowledgement':
    case 'request':
      return { place: placeOfKind(item.targetKind), id: item.targetId };
  }
};
