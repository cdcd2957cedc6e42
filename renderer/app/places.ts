import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { RemindersScreen } from '#renderer/features/reminders/index.ts';
import { SearchScreen } from '#renderer/features/search/index.ts';
import type { TextKey } from '#renderer/i18n/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import {
  CheckInIcon,
  GoalsIcon,
  PeopleIcon,
  QuestionIcon,
  TodayIcon,
  TrustIcon,
  WorkIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';

/** A place of the app: where it is, how it is reached, and the screen that loads when it is opened. */
export interface PlaceEntry {
  readonly id: PlaceId;
  /** Address within the app. A trailing optional record id is `/{-$id}`. */
  readonly path: string;
  /** Entry in the sidebar; places without one are reached from others. */
  readonly nav: { readonly label: TextKey; readonly icon: Icon; readonly key: string } | null;
  readonly screen: LazyExoticComponent<ComponentType>;
}

/** Every place of this slice, in the order of the sidebar. A feature's face exports its screen by name. */
export const places: readonly PlaceEntry[] = [
  {
    id: 'today',
    path: '/today',
    nav: { label: 'app.places.today', icon: TodayIcon, key: 't' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/today/index.ts')).TodayScreen })),
  },
  {
    id: 'today/team',
    path: '/today/team/{-$id}',
    nav: null,
    screen: lazy(async () => ({ default: (await import('#renderer/features/check-in/index.ts')).TeamScreen })),
  },
  {
    id: 'check-in',
    path: '/check-in/{-$id}',
    nav: { label: 'app.places.checkIn', icon: CheckInIcon, key: 'c' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/check-in/index.ts')).CheckInScreen })),
  },
  {
    id: 'journal',
    path: '/journal/{-$id}',
    nav: null,
    screen: lazy(async () => ({ default: (await import('#renderer/features/check-in/index.ts')).JournalScreen })),
  },
  {
    id: 'goals',
    path: '/goals/{-$id}',
    nav: { label: 'app.places.goals', icon: GoalsIcon, key: 'o' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/goals/index.ts')).GoalsScreen })),
  },
  {
    id: 'tasks',
    path: '/tasks/{-$id}',
    nav: { label: 'app.places.work', icon: WorkIcon, key: 'w' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/work/index.ts')).WorkScreen })),
  },
  {
    id: 'people',
    path: '/people/{-$id}',
    nav: { label: 'app.places.people', icon: PeopleIcon, key: 'p' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).PeopleScreen })),
  },
  {
    id: 'requests',
    path: '/requests/{-$id}',
    nav: { label: 'requests.title', icon: QuestionIcon, key: 'q' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/requests/index.ts')).RequestsScreen })),
  },
  {
    id: 'reminders',
    path: '/reminders',
    nav: null,
    screen: RemindersScreen,
  },
  {
    id: 'team-week',
    path: '/team-week/{-$id}',
    nav: null,
    screen: lazy(async () => ({ default: (await import('#renderer/features/team-week/index.ts')).TeamWeekScreen })),
  },
  {
    id: 'members',
    path: '/members',
    nav: null,
    screen: lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).MembersScreen })),
  },
  {
    id: 'trust',
    path: '/trust/{-$id}',
    nav: { label: 'app.places.trust', icon: TrustIcon, key: 'd' },
    screen: lazy(async () => ({ default: (await import('#renderer/features/trust/index.ts')).TrustScreen })),
  },
  {
    id: 'import',
    path: '/import',
    nav: null,
    screen: lazy(async () => ({ default: (await import('#renderer/features/import/index.ts')).ImportScreen })),
  },
  {
    id: 'search',
    path: '/search',
    nav: null,
    screen: SearchScreen,
  },
];
