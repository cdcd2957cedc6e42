import { Switch } from '@mantine/core';
import type { SyncState } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { NetworkIcon, SameNetworkIcon, SectionHead, useTime } from '#renderer/ui/index.ts';
import { Fact, Facts } from '../list.tsx';
import classes from '../trust.module.css';
import { AddressForm, RelayFact } from './relays.tsx';

const SameNetwork = (props: { readonly lan: SyncState['lan'] }) => {
  const { t } = useText();
  const { ago } = useTime();
  const nameOf = usePersonName();
  const set = useCommand('lan.set');
  const { lan } = props;
  const met = lan.peers
    .map((peer) => t('trust.lan.peer', { name: nameOf(peer.personId), when: ago(peer.since) }))
    .join('; ');
  return (
    <>
      <Fact
        icon={SameNetworkIcon}
        title={t('trust.lan.title')}
        detail={!lan.enabled ? t('trust.lan.off') : met === '' ? t('trust.lan.nobody') : met}
        end={
          <Switch
            checked={lan.enabled}
            disabled={set.busy}
            aria-label={t('trust.lan.title')}
            label={lan.enabled ? t('trust.on') : t('trust.offWord')}
            labelPosition="left"
            onChange={(event) => void set.run({ enabled: event.currentTarget.checked })}
          />
        }
      />
      {lan.enabled && lan.addresses.length > 0 && (
        <Fact
          icon={NetworkIcon}
          title={t('trust.lan.addresses')}
          detail={
            <>
              <span className={classes['mono']}>{lan.addresses.join('  ')}</span>
              <br />
              {t('trust.lan.tell')}
            </>
          }
        />
      )}
    </>
  );
};

/** How entries reach others: relays, the same network, an address that a teammate tells. */
export const Travel = (props: { readonly sync: SyncState }) => {
  const { t } = useText();
  const add = useCommand('relay.add');
  const connect = useCommand('lan.connect');
  const { sync } = props;
  return (
    <section aria-labelledby="travel">
      <SectionHead id="travel" title={t('trust.travel.title')} note={t('trust.travel.note')} />
      <Facts label={t('trust.travel.title')}>
        {sync.relays.map((relay) => (
          <RelayFact key={relay.url} relay={relay} />
        ))}
        <SameNetwork lan={sync.lan} />
      </Facts>
      {sync.relays.length === 0 && <p className={classes['note']}>{t('trust.relay.none')}</p>}
      <div className={classes['stack']}>
        <AddressForm
          label={t('trust.relay.address')}
          placeholder={t('trust.relay.placeholder')}
          act={t('trust.relay.add')}
          busy={add.busy}
          error={add.error?.sentence ?? null}
          onSend={async (url) => (await add.run({ url }, { quiet: true, done: t('trust.relay.added') })).ok}
        />
        <AddressForm
          label={t('trust.lan.address')}
          placeholder={t('trust.lan.placeholder')}
          act={t('trust.lan.connect')}
          busy={connect.busy}
          error={connect.error?.sentence ?? null}
          onSend={async (address) =>
            (await connect.run({ address }, { quiet: true, done: t('trust.lan.connected') })).ok
          }
        />
      </div>
    </section>
  );
};
