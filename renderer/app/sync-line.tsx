import type { SyncState } from '#shared/protocol/index.ts';
import type { Translate } from '#renderer/i18n/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, usePersonName, useQuery } from '#renderer/state/index.ts';
import { DeviceIcon, OfflineIcon, SyncedIcon, useTime } from '#renderer/ui/index.ts';
import classes from './side.module.css';

interface Line {
  readonly kind: 'alone' | 'synced' | 'waiting';
  readonly main: string;
  readonly detail: string;
}

interface Words {
  readonly t: Translate;
  readonly nameOf: (id: string) => string;
  readonly ago: (at: number) => string;
}

/** What the sidebar says about sync: the person who waits longest, in plain words. Lateness is never an alarm. */
export const syncLine = (sync: SyncState, words: Words): Line => {
  const { t, nameOf, ago } = words;
  if (sync.peers.length === 0) {
    return { kind: 'alone', main: t('app.sync.alone'), detail: t('app.sync.aloneDetail') };
  }
  const behind = sync.peers
    .filter((peer) => peer.waiting > 0)
    .toSorted((a, b) => (a.syncedAt ?? 0) - (b.syncedAt ?? 0))[0];
  const handedOver = sync.pending === 0 && sync.relays.length > 0;
  if (behind === undefined) {
    return { kind: 'synced', main: t('app.sync.allSynced'), detail: t('app.sync.nothingWaits') };
  }
  const name = nameOf(behind.personId).split(/\s+/u)[0] ?? '';
  return {
    kind: 'waiting',
    main:
      behind.syncedAt === null
        ? t('app.sync.never', { name })
        : t('app.sync.synced', { name, when: ago(behind.syncedAt) }),
    detail: handedOver ? t('app.sync.onRelay') : t('app.sync.waiting', { name, count: behind.waiting }),
  };
};

const icons = { alone: DeviceIcon, synced: SyncedIcon, waiting: OfflineIcon };

export const SyncLine = () => {
  const { t } = useText();
  const { ago } = useTime();
  const person = usePersonName();
  const sync = useQuery('sync', {}).data;
  if (sync === undefined) return null;
  const line = syncLine(sync, { t, nameOf: person, ago });
  const handedOver =
    line.kind === 'waiting' && sync.pending === 0 && sync.relays.some((relay) => relay.state === 'synced');
  const Shape = handedOver ? SyncedIcon : icons[line.kind];
  return (
    <PlaceLink place="trust" className={classes['sync']}>
      <Shape size={16} stroke={1.9} aria-hidden />
      <span>
        <span style={{ display: 'block' }}>{line.main}</span>
        <span className={classes['quiet']}>{line.detail}</span>
      </span>
    </PlaceLink>
  );
};
