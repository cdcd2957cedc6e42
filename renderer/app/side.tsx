import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useQuery, useSession } from '#renderer/state/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import { Keys, SearchIcon, StatusShape, classNames, statusOf } from '#renderer/ui/index.ts';
import { places } from './places.ts';
import classes from './side.module.css';
import { TeamMenu } from './team-menu.tsx';

const Pinned = () => {
  const { t } = useText();
  const items = useQuery('pins', {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={classes['heading']}>{t('app.pinned')}</h2>
      <nav className={classes['nav']} aria-label={t('app.pinned')}>
        {items.map((goal) => (
          <PlaceLink
            key={goal.id}
            place="goals"
            id={goal.id}
            className={classNames(classes['link'], classes['pinned'])}
          >
            <StatusShape
              status={goal.state === 'closed' ? 'closed' : statusOf(goal.confidence ?? goal.worst?.confidence ?? null)}
            />
            <span className={classes['cut']}>{goal.title}</span>
          </PlaceLink>
        ))}
      </nav>
    </>
  );
};

/** The upper part of the sidebar: the team, search, the places and what is pinned. */
export const Side = (props: { readonly onFind: () => void }) => {
  const { t } = useText();
  const session = useSession();
  const waiting = useQuery('today', {}).data?.needsMe.length ?? 0;
  const asked = useQuery('requests', {}).data?.forMe.length ?? 0;
  const counts: Partial<Record<PlaceId, number>> = { today: waiting, requests: asked };
  return (
    <>
      <TeamMenu name={session?.team?.name ?? t('app.name')} sample={session?.sample === true} />
      <button type="button" className={classes['find']} onClick={props.onFind} aria-keyshortcuts="Control+K Meta+K">
        <SearchIcon size={16} stroke={1.9} aria-hidden />
        <span className={classes['cut']}>{t('app.find')}</span>
        <Keys keys="mod+k" />
      </button>
      <nav className={classes['nav']} aria-label={t('app.nav')}>
        {places.map((place) => {
          if (place.nav === null) return null;
          const Shape = place.nav.icon;
          return (
            <PlaceLink key={place.id} place={place.id} className={classes['link']}>
              <Shape size={18} stroke={1.75} aria-hidden />
              <span>{t(place.nav.label)}</span>
              {(counts[place.id] ?? 0) > 0 && <span className={classes['count']}>{counts[place.id]}</span>}
            </PlaceLink>
          );
        })}
      </nav>
      <Pinned />
    </>
  );
};
