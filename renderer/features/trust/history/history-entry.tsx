import type { HistoryEntry } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { AlertIcon, CheckIcon, ClockIcon, classNames, useTime } from '#renderer/ui/index.ts';
import classes from './history.module.css';

/** How many changes of an entry are shown before the rest is asked for. */
const shownChanges = 8;

const Change = (props: { readonly change: HistoryEntry['changes'][number] }) => {
  const { t } = useText();
  const { label, from, to } = props.change;
  return (
    <span className={classes['change']}>
      {label}{' '}
      {from !== null && from !== '' && (
        <s dir="auto">
          <span className={classes['spoken']}>{t('trust.history.before')} </span>
          {from}
        </s>
      )}{' '}
      <span dir="auto">{to === null || to === '' ? t('trust.history.cleared') : to}</span>
    </span>
  );
};

export interface EntryProps {
  readonly entry: HistoryEntry;
  /** The entry that began the record. */
  readonly first: boolean;
  readonly whole: boolean;
}

/** One entry: who, what with the old value struck through, claimed, first seen, fingerprint, and whether it stands. */
export const Entry = (props: EntryProps) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const { entry, first, whole } = props;
  const fine = entry.verified && entry.state === 'applied' && !entry.clockDiffers;
  const Shape = !entry.verified || entry.clockDiffers ? AlertIcon : entry.state === 'applied' ? CheckIcon : ClockIcon;
  const changes = whole ? entry.changes : entry.changes.slice(0, shownChanges);
  const more = entry.changes.length - changes.length;
  return (
    <li className={classes['entry']}>
      <span className={classNames(classes['pin'], !fine && classes['doubt'])}>
        <Shape
          size={14}
          stroke={2}
          role="img"
          aria-label={entry.verified ? t('trust.history.verified') : t('trust.history.unverified')}
        />
      </span>
      <div className={classes['body']}>
        <div className={classes['what']}>
          <span className={classes['changes']}>
            <b>{nameOf(entry.byId)}</b>{' '}
            {first && <span className={classes['change']}>{t('trust.history.created')}</span>}
            {changes.map((change) => (
              <Change key={change.path} change={change} />
            ))}
            {!first && entry.changes.length === 0 && <span>{t('trust.history.nothing')}</span>}
            {more > 0 && <span className={classes['quiet']}>{t('trust.history.more', { count: more })}</span>}
          </span>
          <span className={classes['mono']} title={entry.entryId}>
            {`${entry.entryId.slice(0, 4)} ${entry.entryId.slice(4, 8)}`}
          </span>
        </div>
        <div className={classes['when']}>
          <span>{t('trust.history.claimed', { when: when(entry.claimedAt) })}</span>
          <span className={classNames(entry.clockDiffers && classes['differs'])}>
            {entry.clockDiffers
              ? t('trust.history.differs', { when: when(entry.seenAt) })
              : t('trust.history.seen', { when: when(entry.seenAt), via: entry.seenVia })}
          </span>
          {entry.deviceName !== '' && <span>{entry.deviceName}</span>}
          {!entry.verified && <span className={classes['differs']}>{t('trust.history.unverified')}</span>}
          {entry.state !== 'applied' && (
            <span className={classes['differs']}>{entry.reason ?? t(`trust.setAside.states.${entry.state}`)}</span>
          )}
        </div>
      </div>
    </li>
  );
};
