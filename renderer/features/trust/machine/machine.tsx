import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import {
  Button,
  DeviceIcon,
  LockIcon,
  SectionHead,
  SelectField,
  TrustIcon,
  WaitIcon,
  useTime,
} from '#renderer/ui/index.ts';
import { Fact, Facts } from '../list.tsx';
import classes from '../trust.module.css';
import { PassphraseDialog, type PassphraseAct } from './passphrase-dialog.tsx';

type Security = QueryResult<'security'>;

const choices = [5, 15, 30, 60] as const;

const Keys = (props: { readonly security: Security; readonly onAct: (act: PassphraseAct) => void }) => {
  const { t } = useText();
  const lock = useCommand('vault.lock');
  const keychain = useCommand('vault.useKeychain');
  const { security, onAct } = props;
  const under = security.keys === 'passphrase';
  return (
    <Fact
      icon={LockIcon}
      title={t('security.machine.keys')}
      detail={t(`security.machine.places.${security.keys}`)}
      end={
        <span className={classes['acts']}>
          {under && (
            <>
              <Button size="xs" tone="quiet" onClick={() => onAct('remove')}>
                {t('security.machine.remove')}
              </Button>
              <Button size="xs" onClick={() => onAct('change')}>
                {t('security.machine.change')}
              </Button>
              <Button size="xs" busy={lock.busy} onClick={() => void lock.run({})}>
                {t('security.lock.now')}
              </Button>
            </>
          )}
          {!under && security.keychain && security.keys !== 'keychain' && (
            <Button
              size="xs"
              busy={keychain.busy}
              onClick={() => void keychain.run({}, { done: t('security.passphrase.moved') })}
            >
              {t('security.machine.toKeychain')}
            </Button>
          )}
          {!under && (
            <Button size="xs" onClick={() => onAct('set')}>
              {t('security.machine.set')}
            </Button>
          )}
        </span>
      }
    />
  );
};

const AutoLockChoice = (props: { readonly security: Security }) => {
  const { t } = useText();
  const save = useCommand('vault.autoLock');
  const { security } = props;
  const possible = security.keys === 'passphrase';
  const minutes = [...new Set([...choices, ...(security.autoLockMinutes === null ? [] : [security.autoLockMinutes])])];
  return (
    <Fact
      icon={WaitIcon}
      title={t('security.machine.autoLock')}
      detail={possible ? t('security.machine.autoLockDetail') : t('security.machine.autoLockNeeds')}
      end={
        possible ? (
          <SelectField
            aria-label={t('security.machine.autoLock')}
            w="9.5rem"
            value={String(security.autoLockMinutes ?? 'never')}
            data={[
              { value: 'never', label: t('security.machine.never') },
              ...minutes
                .sort((a, b) => a - b)
                .map((count) => ({ value: String(count), label: t('security.machine.after', { count }) })),
            ]}
            onChange={(value) => {
              const chosen = value === null || value === 'never' ? null : Number(value);
              void save.run({ minutes: chosen }, { done: t('security.machine.autoLockSaved') });
            }}
          />
        ) : undefined
      }
    />
  );
};

const Encryption = (props: { readonly security: Security }) => {
  const { t } = useText();
  const encrypt = useCommand('vault.encrypt');
  const { encrypted, keys, openMs } = props.security;
  const ms = String(Math.round(openMs));
  return (
    <Fact
      icon={DeviceIcon}
      title={t('security.machine.disk')}
      detail={
        <>
          {encrypted ? t('security.machine.diskOn') : t('security.machine.diskOff')}{' '}
          {encrypted ? t('security.machine.diskCost', { ms }) : t('security.machine.diskOpen', { ms })}
          {encrypted && keys === 'key-file' && (
            <>
              <br />
              <b>{t('security.machine.diskKey')}</b>
            </>
          )}
        </>
      }
      end={
        <Button
          size="xs"
          busy={encrypt.busy}
          onClick={() =>
            void encrypt.run(
              { on: !encrypted },
              { done: encrypted ? t('security.machine.decrypted') : t('security.machine.encrypted') },
            )
          }
        >
          {encrypt.busy
            ? t('security.machine.working')
            : encrypted
              ? t('security.machine.decrypt')
              : t('security.machine.encrypt')}
        </Button>
      }
    />
  );
};

const QuickCheck = (props: { readonly check: Security['quickCheck'] }) => {
  const said = useSaid();
  const { t } = useText();
  const { when } = useTime();
  const run = useCommand('check.quick');
  const { check } = props;
  const words = (): string => {
    if (check === null) return t('security.machine.checkNone');
    const values = { when: when(check.at), logs: check.logs, signatures: check.signatures };
    const first = check.problems[0];
    if (first !== undefined)
      return t('security.machine.checkBad', { ...values, count: check.problems.length, first: said(first.sentence) });
    return check.complete ? t('security.machine.checkFine', values) : t('security.machine.checkPart', values);
  };
  return (
    <Fact
      icon={TrustIcon}
      title={t('security.machine.check')}
      detail={<span role="status">{words()}</span>}
      end={
        <Button size="xs" busy={run.busy} onClick={() => void run.run({})}>
          {t('security.machine.checkAct')}
        </Button>
      }
    />
  );
};

/** How this machine keeps keys and data: where the keys lie, when it locks, what the disk shows, the last quick check. */
export const Machine = (props: { readonly security: Security }) => {
  const { t } = useText();
  const [act, setAct] = useState<PassphraseAct | null>(null);
  const { security } = props;
  return (
    <section aria-labelledby="machine">
      <SectionHead id="machine" title={t('security.machine.title')} />
      <Facts label={t('security.machine.title')}>
        <Keys security={security} onAct={setAct} />
        <AutoLockChoice security={security} />
        <Encryption security={security} />
        <QuickCheck check={security.quickCheck} />
      </Facts>
      {act !== null && <PassphraseDialog act={act} onClose={() => setAct(null)} />}
    </section>
  );
};
