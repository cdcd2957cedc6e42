import type { SyncState } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar, SectionHead, useTime } from '#renderer/ui/index.ts';
import classes from '../trust.module.css';

/** Per teammate: since when their machine holds everything, and what waits. Being behind is plain information. */
export const Teammates = (props: { readonly sync: SyncState }) => {
  const { t } = useText();
  const { ago } = useTime();
  const nameOf = usePersonName();
  const { peers, pending } = props.sync;
  return (
    <section aria-labelledby="teammates">
      <SectionHead
        id="teammates"
        title={t('trust.peers.title')}
        note={pending > 0 ? t('trust.peers.pending', { count: pending }) : t('trust.peers.allHanded')}
      />
      {peers.length === 0 ? (
        <p className={classes['note']}>{t('trust.peers.nobody')}</p>
      ) : (
        <table className={classes['table']} aria-labelledby="teammates">
          <thead>
            <tr>
              <th scope="col">{t('trust.peers.who')}</th>
              <th scope="col">{t('trust.peers.synced')}</th>
              <th scope="col">{t('trust.peers.via')}</th>
              <th scope="col" className={classes['number']}>
                {t('trust.peers.waiting')}
              </th>
            </tr>
          </thead>
          <tbody>
            {peers.map((peer) => (
              <tr key={peer.personId}>
                <td>
                  <span className={classes['person']}>
                    <Avatar person={{ id: peer.personId, name: nameOf(peer.personId) }} size="sm" />
                    {nameOf(peer.personId)}
                  </span>
                </td>
                <td>{peer.syncedAt === null ? t('trust.peers.never') : ago(peer.syncedAt)}</td>
                <td>{t(`trust.peers.ways.${peer.via}`)}</td>
                <td className={classes['number']}>
                  {peer.waiting === 0 ? t('trust.peers.nothing') : t('trust.peers.entries', { count: peer.waiting })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
