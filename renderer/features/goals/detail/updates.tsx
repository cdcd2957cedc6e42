import { useState } from 'react';
import type { KeyResultView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar, Button, SectionHead, StatusWord, Words, statusOf, useTime } from '#renderer/ui/index.ts';
import { useAmounts } from '../use-amounts.ts';
import classes from './detail.module.css';

/** Newest updates shown before the rest is asked for. */
const first = 3;

/** What was reported, newest first: who, when, from what to what, and their words. */
export const Updates = (props: { readonly keyResult: KeyResultView }) => {
  const { t } = useText();
  const { when } = useTime();
  const { say } = useAmounts();
  const nameOf = usePersonName();
  const [all, setAll] = useState(false);
  const { keyResult } = props;
  const { updates } = keyResult;
  const newestFirst = updates.toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, first);
  return (
    <section aria-labelledby="goal-updates">
      <SectionHead
        id="goal-updates"
        level={3}
        title={t('goals.updates.title')}
        note={updates.length === 0 ? undefined : t('goals.updates.count', { count: updates.length })}
      />
      {updates.length === 0 && <p className={classes['none']}>{t('goals.updates.none')}</p>}
      {shown.map((update, index) => {
        // A threshold is kept from the beginning; it does not come from a start value.
        const before = newestFirst[index + 1]?.value ?? (keyResult.type === 'threshold' ? null : keyResult.start);
        return (
          <article key={update.id} className={classes['update']}>
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
          </article>
        );
      })}
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
