import { useMemo, useState } from 'react';
import type { KeyResultView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar, Button, DrawnList, SectionHead, StatusWord, Words, statusOf, useTime } from '#renderer/ui/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import classes from './detail.module.css';

/** Newest updates shown before the rest is asked for. */
const first = 3;

interface Reported {
  readonly update: KeyResultView['updates'][number];
  /** The value it went on from; null where there is none. */
  readonly before: number | null;
}

const idOf = ({ update }: Reported): string => update.id;

const Update = (props: { readonly reported: Reported; readonly keyResult: KeyResultView; readonly row: DrawnRow }) => {
  const { t } = useText();
  const { when } = useTime();
  const { say } = useAmounts();
  const nameOf = usePersonName();
  const { keyResult } = props;
  const { update, before } = props.reported;
  return (
    <li {...props.row} className={classes['update']}>
      <div className={classes['updateHead']}>
        <Avatar person={{ id: update.byId ?? '', name: nameOf(update.byId) }} size="sm" />
        <b>{nameOf(update.byId)}</b>
        <span className={classes['quiet']}>{when(update.at)}</span>
        <StatusWord status={statusOf(update.confidence)} size="xs" />
        <span className={classes['end']}>
          {before === null
            ? say(update.value, keyResult)
            : update.value === before
              ? t('goals.updates.same', { value: say(update.value, keyResult) })
              : t('goals.updates.change', { from: say(before, keyResult), to: say(update.value, keyResult) })}
        </span>
      </div>
      {update.note !== '' && <Words>{update.note}</Words>}
    </li>
  );
};

/** What was reported, newest first: who, when, from what to what, and their words. */
export const Updates = (props: { readonly keyResult: KeyResultView }) => {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const { keyResult } = props;
  const { updates } = keyResult;
  const reported = useMemo(() => {
    // A threshold is kept from the beginning; it does not come from a start value.
    const start = keyResult.type === 'threshold' ? null : keyResult.start;
    return keyResult.updates
      .map((update, at): Reported => ({ update, before: keyResult.updates[at - 1]?.value ?? start }))
      .toReversed();
  }, [keyResult]);
  return (
    <section aria-labelledby="goal-updates">
      <SectionHead
        id="goal-updates"
        level={3}
        title={t('goals.updates.title')}
        note={updates.length === 0 ? undefined : t('goals.updates.count', { count: updates.length })}
      />
      {updates.length === 0 ? (
        <p className={classes['none']}>{t('goals.updates.none')}</p>
      ) : (
        <DrawnList labelledBy="goal-updates" items={all ? reported : reported.slice(0, first)} idOf={idOf} rowSize={72}>
          {(one, row) => <Update key={one.update.id} reported={one} keyResult={keyResult} row={row} />}
        </DrawnList>
      )}
      {updates.length > first && (
        <Button
          size="xs"
          tone="quiet"
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('goals.updates.fewer') : t('goals.updates.all', { count: updates.length })}
        </Button>
      )}
    </section>
  );
};
