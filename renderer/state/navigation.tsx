import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';

/** Places of the app by their address. */
export type PlaceId =
  | 'today'
  | 'today/team'
  | 'check-in'
  | 'journal'
  | 'goals'
  | 'tasks'
  | 'people'
  | 'requests'
  | 'reminders'
  | 'team-week'
  | 'members'
  | 'trust'
  | 'import'
  | 'search';

/** Goes to a place, or to a record shown there. `replace` keeps moving along a list out of the history. */
export type Go = (place: PlaceId, id?: string | null, options?: { readonly replace?: boolean }) => void;

const target = (place: PlaceId, id?: string | null) => ({
  to: id === undefined || id === null ? `/${place}` : `/${place}/${id}`,
});

export const useGo = (): Go => {
  const navigate = useNavigate();
  return useCallback(
    (place, id, options) => {
      void navigate({ ...target(place, id), replace: options?.replace === true });
    },
    [navigate],
  );
};

/** Id of the record in the address, such as the goal of `/goals/<id>`; null when the address names none. */
export const useRecordId = (): string | null => {
  const params: { readonly id?: string } = useParams({ strict: false });
  return params.id ?? null;
};

/** Kinds that stand in the thread with a person. */
const peoples: ReadonlySet<string> = new Set([
  'person',
  'feedback',
  'kudos',
  'leave',
  'agenda-item',
  'meeting',
  'feedback-request',
  'badge',
  'note',
]);

/** Where a record of a kind is shown: the way from search hits, notifications and mentions. */
export const placeOfKind = (kind: string): PlaceId => {
  if (
    kind === 'objective' ||
    kind === 'key-result' ||
    kind === 'progress' ||
    kind === 'cycle' ||
    kind === 'goal-template'
  )
    return 'goals';
  if (kind === 'check-in') return 'check-in';
  if (kind === 'task') return 'tasks';
  if (peoples.has(kind)) return 'people';
  if (kind === 'request') return 'requests';
  return 'trust';
};

export interface PlaceLinkProps {
  readonly place: PlaceId;
  readonly id?: string | null | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
}

/** A link to a place; the current one says so to everybody (`aria-current`). */
export const PlaceLink = (props: PlaceLinkProps) => {
  const { place, id, children, ...rest } = props;
  return (
    <Link {...target(place, id)} {...rest} activeOptions={{ exact: id !== undefined && id !== null }}>
      {children}
    </Link>
  );
};
