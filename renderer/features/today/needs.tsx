import { useMemo } from 'react';
import type { NeedsMe } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo } from '#renderer/state/index.ts';
import { Rows, SectionHead, useKeys, useRowSelection } from '#renderer/ui/index.ts';
import { targetOfNeed } from './kinds.ts';
import { NeedRow } from './need-row.tsx';
import classes from './today.module.css';

const keyOf = (need: NeedsMe): string => need.key;

/** Everything that needs me, the shortest time first; what has no deadline comes last. */
export const inOrder = (needs: readonly NeedsMe[]): readonly NeedsMe[] => {
  const left = (need: NeedsMe): number => need.norm?.leftMs ?? Number.POSITIVE_INFINITY;
  return needs.toSorted((a, b) => (left(a) === left(b) ? (b.at ?? 0) - (a.at ?? 0) : left(a) - left(b)));
};

/** The queue: j and k move, Enter does what the row asks for, a acknowledges. */
export const Needs = (props: { readonly needs: readonly NeedsMe[] }) => {
  const { t } = useText();
  const go = useGo();
  const acknowledge = useCommand('checkIn.acknowledge');
  const needs = useMemo(() => inOrder(props.needs), [props.needs]);
  const ids = useMemo(() => needs.map((need) => need.key), [needs]);

  const open = (need: NeedsMe): void => {
    const target = targetOfNeed(need);
    go(target.place, target.id);
  };
  const acknowledgeNow = (need: NeedsMe): void => {
    void acknowledge.run({ checkInId: need.targetId }, { done: t('today.needs.acknowledged') });
  };
  const act = (need: NeedsMe): void => {
    if (need.kind === 'acknowledge') acknowledgeNow(need);
    else open(need);
  };
  const byKey = (key: string | null): NeedsMe | undefined => needs.find((need) => need.key === key);
  const selection = useRowSelection({
    ids,
    onOpen: (key) => {
      const need = byKey(key);
      if (need !== undefined) open(need);
    },
  });
  const current = byKey(selection.currentId);
  useKeys(
    current?.kind === 'acknowledge'
      ? [
          {
            keys: 'a',
            label: t('today.needs.acts.acknowledge'),
            run: () => {
              acknowledgeNow(current);
            },
          },
        ]
      : [],
  );

  return (
    <section aria-labelledby="needs">
      <SectionHead
        id="needs"
        title={t('today.needs.title')}
        note={needs.length === 0 ? undefined : t('today.needs.note', { count: needs.length })}
      />
      <Rows
        label={t('today.needs.list')}
        items={needs}
        idOf={keyOf}
        selection={selection}
        rowClassName={classes['need']}
      >
        {(need, isCurrent) => (
          <NeedRow
            need={need}
            current={isCurrent}
            busy={acknowledge.busy && isCurrent}
            onAct={() => {
              act(need);
            }}
          />
        )}
      </Rows>
    </section>
  );
};
