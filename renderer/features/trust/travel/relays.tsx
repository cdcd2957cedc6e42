import { useState } from 'react';
import type { SyncState } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, Dialog, RelayIcon, StatusWord, TextField, useTime } from '#renderer/ui/index.ts';
import { Fact } from '../list.tsx';
import classes from '../trust.module.css';

type Relay = SyncState['relays'][number];

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Not reaching a relay is ordinary and never red: only a refusal needs somebody. */
const RelayState = (props: { readonly relay: Relay }) => {
  const { t } = useText();
  const { state } = props.relay;
  const word = t(`trust.relay.states.${state}`);
  if (state === 'synced') return <StatusWord status="on-track" word={word} />;
  if (state === 'refused') return <StatusWord status="at-risk" word={word} />;
  return <StatusWord status="unsaid" word={word} />;
};

const RemoveRelay = (props: { readonly relay: Relay; readonly onClose: () => void }) => {
  const { t } = useText();
  const remove = useCommand('relay.remove');
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('trust.relay.removeTitle', { host: hostOf(props.relay.url) })}
      foot={
        <>
          <Button tone="quiet" keys="escape" onClick={props.onClose} data-autofocus>
            {t('trust.relay.keep')}
          </Button>
          <Button
            tone="danger-solid"
            busy={remove.busy}
            onClick={() => {
              void remove.run({ url: props.relay.url }, { done: t('trust.relay.removed') }).then((result) => {
                if (result.ok) props.onClose();
              });
            }}
          >
            {t('trust.relay.remove')}
          </Button>
        </>
      }
    >
      <p className={classes['text']}>{t('trust.relay.removeSentence')}</p>
    </Dialog>
  );
};

export const RelayFact = (props: { readonly relay: Relay }) => {
  const said = useSaid();
  const { t } = useText();
  const { now, when, duration } = useTime();
  const retry = useCommand('relay.retry');
  const [removing, setRemoving] = useState(false);
  const { relay } = props;
  const next =
    relay.nextTryAt !== null && relay.nextTryAt > now
      ? t('trust.relay.nextTry', { duration: duration(relay.nextTryAt - now) })
      : '';
  return (
    <>
      <Fact
        icon={RelayIcon}
        title={
          <>
            {t('trust.relay.name')} <span className={classes['mono']}>{hostOf(relay.url)}</span>
          </>
        }
        detail={[
          relay.sentence === '' ? t('trust.relay.since', { when: when(relay.since) }) : said(relay.sentence),
          next,
        ]
          .filter((part) => part !== '')
          .join(' ')}
        end={
          <span className={classes['acts']}>
            <RelayState relay={relay} />
            {(relay.state === 'offline' || relay.state === 'refused') && (
              <Button size="xs" busy={retry.busy} onClick={() => void retry.run({})}>
                {t('trust.relay.retry')}
              </Button>
            )}
            <Button
              size="xs"
              tone="quiet"
              aria-label={t('trust.relay.removeOf', { host: hostOf(relay.url) })}
              onClick={() => setRemoving(true)}
            >
              {t('trust.relay.remove')}
            </Button>
          </span>
        }
      />
      {removing && <RemoveRelay relay={relay} onClose={() => setRemoving(false)} />}
    </>
  );
};

/** One line that is sent with Enter: a relay's address, or a teammate's. */
export const AddressForm = (props: {
  readonly label: string;
  readonly placeholder: string;
  readonly act: string;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onSend: (address: string) => Promise<boolean>;
}) => {
  const [typed, setTyped] = useState('');
  const send = async (): Promise<void> => {
    const address = typed.trim();
    if (address === '' || props.busy) return;
    if (await props.onSend(address)) setTyped('');
  };
  return (
    <form
      className={classes['address']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        aria-label={props.label}
        placeholder={props.placeholder}
        value={typed}
        maxLength={300}
        spellCheck={false}
        autoComplete="off"
        error={props.error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" busy={props.busy} disabled={typed.trim() === ''}>
        {props.act}
      </Button>
    </form>
  );
};
