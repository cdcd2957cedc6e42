import { Fragment } from 'react';
import type { HistoryEntry } from '#shared/protocol/index.ts';
import { useSaid, useSaidValue, useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { AlertIcon, Button, CheckIcon, ClockIcon, TrashIcon, classNames, useTime } from '#renderer/ui/index.ts';
import classes from './history.module.css';
import { sayChange } from './said-change.ts';
import { diffWords, shortened } from './word-diff.ts';

/** How many changes of an entry are shown before the rest is asked for. */
const shownChanges = 8;

/** Values that read as text are compared word by word; short ones are told as old and new. */
const isProse = (value: string | null): value is string => value !== null && value.length > 40 && /\s/u.test(value);

/** White space in front of a word stands outside of its mark. */
const leading = (text: string): string => text.slice(0, text.length - text.trimStart().length);

const Diff = (props: { readonly from: string; readonly to: string; readonly whole: boolean }) => {
  const { t } = useText();
  const parts = diffWords(props.from, props.to);
  return (
    <span dir="auto" className={classes['diff']}>
      {(props.whole ? parts : shortened(parts)).map((part, at) =>
        part.kind === 'same' ? (
          <span key={at}>{part.text}</span>
        ) : part.kind === 'gone' ? (
          <Fragment key={at}>
            {leading(part.text)}
            <del>
              <span className={classes['spoken']}>{t('trust.history.before')} </span>
              {part.text.trimStart()}
            </del>
          </Fragment>
        ) : (
          <Fragment key={at}>
            {leading(part.text)}
            <ins>{part.text.trimStart()}</ins>
          </Fragment>
        ),
      )}
    </span>
  );
};

const Change = (props: {
  readonly change: HistoryEntry['changes'][number];
  readonly kind: string;
  readonly whole: boolean;
}) => {
  const said = useSaid();
  const saidValue = useSaidValue();
  const { t } = useText();
  const { label, from, to } = sayChange(props.change, props.kind, said, saidValue);
  if (isProse(from) && to !== null && to !== '') {
    return (
      <span className={classes['change']}>
        {label} <Diff from={from} to={to} whole={props.whole} />
      </span>
    );
  }
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

/** What the claimed time disagrees with, a sentence each. */
const Warnings = (props: { readonly entry: HistoryEntry }) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const { warnings, witness, notBefore } = props.entry;
  if (warnings.length === 0) return null;
  return (
    <ul className={classes['warnings']}>
      {warnings.map((warning) => {
        const by = warning === 'after-witness' ? witness : notBefore;
        return (
          <li key={warning}>
            <AlertIcon size={14} stroke={2} aria-hidden />
            {t(`erasure.history.warnings.${warning}`, {
              name: nameOf(by?.byId ?? null),
              when: when(by?.at ?? props.entry.claimedAt),
            })}
          </li>
        );
      })}
    </ul>
  );
};

/** Takes one's own entry back as a new change; where that is not possible, the sentence why stands beside it. */
const UndoButton = (props: { readonly entry: HistoryEntry; readonly recordId: string }) => {
  const { t } = useText();
  const said = useSaid();
  const undo = useCommand('change.undo');
  const { entry, recordId } = props;
  const refusal = entry.undo?.refusal ?? null;
  return (
    <p className={classes['undo']}>
      <Button
        size="xs"
        tone="quiet"
        busy={undo.busy}
        disabled={refusal !== null}
        aria-label={t('trust.history.undoThis')}
        onClick={() => void undo.run({ changes: [{ recordId, entryId: entry.entryId }] }, { done: t('ui.undo.done') })}
      >
        {t('trust.history.undo')}
      </Button>
      {refusal !== null && <span className={classes['quiet']}>{said(refusal)}</span>}
    </p>
  );
};

export interface EntryProps {
  readonly recordId: string;
  readonly entry: HistoryEntry;
  /** Kind of the record. */
  readonly kind: string;
  /** The entry that began the record. */
  readonly first: boolean;
  readonly whole: boolean;
}

/**
 * One entry: who, what with old and new, when by its own claim and by what others saw, how it came, from which device,
 * its name, and whether it stands.
 */
export const Entry = (props: EntryProps) => {
  const said = useSaid();
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const { entry, first, whole } = props;
  const gone = entry.state === 'erased';
  const doubted = !entry.verified || entry.warnings.length > 0;
  const fine = !doubted && (entry.state === 'applied' || gone);
  const Shape = doubted ? AlertIcon : gone ? TrashIcon : entry.state === 'applied' ? CheckIcon : ClockIcon;
  const changes = whole ? entry.changes : entry.changes.slice(0, shownChanges);
  const more = entry.changes.length - changes.length;
  const local = entry.seenVia === 'this device';
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
              <Change key={change.path} change={change} kind={props.kind} whole={whole} />
            ))}
            {gone && <span className={classes['quiet']}>{t('erasure.history.content')}</span>}
            {!gone && !first && entry.changes.length === 0 && <span>{t('trust.history.nothing')}</span>}
            {more > 0 && <span className={classes['quiet']}>{t('trust.history.more', { count: more })}</span>}
          </span>
          <span className={classes['mono']} title={entry.entryId}>
            {`${entry.entryId.slice(0, 4)} ${entry.entryId.slice(4, 8)}`}
          </span>
        </div>
        <div className={classes['when']}>
          <span>{t('trust.history.claimed', { when: when(entry.claimedAt) })}</span>
          <span>
            {local
              ? t('erasure.history.hereWritten')
              : t('erasure.history.here', { when: when(entry.seenAt), via: said(entry.seenVia) })}
          </span>
          <span>
            {entry.witness === null
              ? t('erasure.history.noWitness')
              : t('erasure.history.witness', { name: nameOf(entry.witness.byId), when: when(entry.witness.at) })}
          </span>
          {entry.deviceName !== '' && <span>{entry.deviceName}</span>}
          {!entry.verified && <span className={classes['differs']}>{t('trust.history.unverified')}</span>}
          {entry.state !== 'applied' && !gone && (
            <span className={classes['differs']}>
              {entry.reason === null ? t(`trust.setAside.states.${entry.state}`) : said(entry.reason)}
            </span>
          )}
        </div>
        <Warnings entry={entry} />
        {!first && entry.undo !== null && <UndoButton entry={entry} recordId={props.recordId} />}
      </div>
    </li>
  );
};
