import { useCallback, useEffect, useMemo, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { cyclePhase, writes, standingSentences } from '#shared/domain/index.ts';
import type { GoalRow } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useBeginning, useGo, useHeldFirst, useQuery, skip } from '#renderer/state/index.ts';
import {
  AlignmentIcon,
  Banner,
  BoardIcon,
  Button,
  InfoIcon,
  ListIcon,
  Place,
  PlusIcon,
  Skeleton,
  Split,
  TreeIcon,
  calendarDay,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';
import { GoalBoard } from './board/goal-board.tsx';
import { groupings } from './board/board-columns.ts';
import type { Grouping } from './board/board-columns.ts';
import { CloseCycleDialog } from './closing/close-cycle-dialog.tsx';
import { CycleDialog } from './cycle/cycle-dialog.tsx';
import { CycleMenu } from './cycle/cycle-menu.tsx';
import { PhaseBanner } from './cycle/phase-banner.tsx';
import { nextCycle } from './cycle/next-cycle.ts';
import { GoalDetail } from './detail/goal-detail.tsx';
import { NoCycle, NoGoals } from './empty-goals.tsx';
import { NewGoalDialog } from './form/new-goal-dialog.tsx';
import classes from './goals.module.css';
import { GoalList } from './list/goal-list.tsx';
import { Alignment } from './picture/alignment.tsx';
import { useSigner } from './standing.ts';
import { GoalTree } from './tree/goal-tree.tsx';
import { pathTo, treeLines } from './tree/tree-lines.ts';
import { useShownCycle } from './use-shown-cycle.ts';

const noRows: readonly GoalRow[] = [];

/** What is shut in the tree, apart from what lies above the current goal. */
const useCollapsed = (rows: readonly GoalRow[], currentId: string | null) => {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setCollapsed((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])));
  }, []);
  const lines = useMemo(() => {
    const needed = currentId === null || collapsed.size === 0 ? [] : pathTo(rows, currentId);
    return treeLines(rows, new Set([...collapsed].filter((id) => !needed.includes(id))));
  }, [rows, collapsed, currentId]);
  return { lines, toggle };
};

/** The objective behind an id in the address: the tree knows; otherwise the engine finds out. */
const objectiveOf = (rows: readonly GoalRow[], id: string): string =>
  rows.find((row) => row.id === id)?.objectiveId ?? id;

const focusTitle = (): void => {
  document.querySelector<HTMLElement>('[data-goal-title]')?.focus();
};

const views = ['tree', 'list', 'board', 'picture'] as const;
type View = (typeof views)[number];
const viewIcons: Readonly<Record<View, Icon>> = {
  tree: TreeIcon,
  list: ListIcon,
  board: BoardIcon,
  picture: AlignmentIcon,
};

const Views = (props: { readonly view: View; readonly onView: (view: View) => void }) => {
  const { t } = useText();
  return (
    <SegmentedControl
      aria-label={t('goals.views.label')}
      value={props.view}
      onChange={(value) => props.onView(views.find((each) => each === value) ?? 'tree')}
      data={views.map((value) => {
        const Mark = viewIcons[value];
        return {
          value,
          label: (
            <span className={classes['view']}>
              <Mark size={16} stroke={1.75} aria-hidden />
              <span>{t(`goals.views.${value}`)}</span>
            </span>
          ),
        };
      })}
    />
  );
};

type Open = 'goal' | 'new-cycle' | 'edit-cycle' | 'close-cycle' | null;

/** Goals: the tree of a cycle, and beside it the goal that is read, reported on or changed. */
export const GoalsScreen = () => {
  const { t } = useText();
  const said = useSaid();
  const { now, zone } = useTime();
  const go = useGo();
  const signer = useSigner();
  const { goalId: named, loaded, cycles, shown, show, follow } = useShownCycle();
  const goals = useQuery('goals', shown === null ? skip : { cycleId: shown.id });
  const rows = goals.data?.rows ?? noRows;
  const [open, setOpen] = useState<Open>(null);
  const [view, setView] = useState<View>('tree');
  const [by, setBy] = useState<Grouping>('status');
  const contributors = useMemo(
    () => new Map((goals.data?.contributors ?? []).map((each) => [each.objectiveId, each.personIds])),
    [goals.data],
  );

  const currentId = useHeldFirst(named, rows[0]?.id ?? null, shown?.id);
  const { lines, toggle } = useCollapsed(rows, currentId);
  const current = useCallback(
    (id: string) => {
      go('goals', id, { replace: true });
    },
    [go],
  );
  const refusal = signer !== null && !writes(signer) ? said(standingSentences.write) : null;
  const newGoal = (): void => {
    if (refusal === null && shown !== null) setOpen('goal');
  };
  const { begun, taken } = useBeginning();
  const begins = begun === 'goal' && shown !== null;
  const [begunHere, setBegunHere] = useState(false);
  if (begins !== begunHere) {
    setBegunHere(begins);
    if (begins) newGoal();
  }
  useEffect(() => {
    if (begins) taken();
  }, [begins, taken]);
  useKeys(
    shown === null
      ? []
      : [
          { keys: 'n', label: t('goals.keys.new'), run: newGoal },
          {
            keys: 'x',
            label: t('goals.cycle.close'),
            run: () => {
              if (refusal === null && shown.state === 'open') setOpen('close-cycle');
            },
          },
          {
            keys: 'v',
            label: t('goals.keys.view'),
            run: () => setView(views[(views.indexOf(view) + 1) % views.length] ?? 'tree'),
          },
        ],
  );
  // Board and picture take the whole place: opening a goal goes where there is room beside it.
  const wide = view === 'board' || view === 'picture';
  const openGoal = useCallback(() => {
    if (!wide) return focusTitle();
    setView('tree');
    requestAnimationFrame(focusTitle);
  }, [wide]);
  const shape = { expected: goals.data?.expected ?? 0, currentId, onCurrent: current, onOpen: openGoal };
  const phase = shown === null ? 'open' : cyclePhase(shown, calendarDay(now, zone));
  const close = (): void => {
    setOpen(null);
  };

  return (
    <Place
      title={t('goals.title')}
      switches={
        shown !== null && (
          <>
            <Views view={view} onView={setView} />
            {view === 'board' && (
              <SegmentedControl
                aria-label={t('goals.views.by')}
                value={by}
                onChange={(value) => setBy(groupings.find((each) => each === value) ?? 'status')}
                data={groupings.map((value) => ({ value, label: t(`goals.views.${value}`) }))}
              />
            )}
          </>
        )
      }
      actions={
        shown !== null && (
          <>
            <CycleMenu
              cycles={cycles}
              shown={shown}
              day={goals.data?.dayOfCycle ?? 0}
              days={goals.data?.days ?? 0}
              onShow={(id) => {
                show(id);
                go('goals');
              }}
              onNew={() => {
                setOpen('new-cycle');
              }}
              onEdit={() => {
                setOpen('edit-cycle');
              }}
              onClose={() => {
                setOpen('close-cycle');
              }}
              phase={phase}
              refusal={refusal}
            />
            <Button icon={PlusIcon} onClick={newGoal} disabled={refusal !== null}>
              {t('goals.new')}
            </Button>
          </>
        )
      }
    >
      {!loaded || (shown !== null && goals.status === 'loading') ? (
        <div className={classes['waiting']}>
          <Skeleton rows={8} />
        </div>
      ) : shown === null ? (
        <NoCycle
          refusal={refusal}
          onNew={() => {
            setOpen('new-cycle');
          }}
        />
      ) : rows.length === 0 && named === null ? (
        <NoGoals cycle={shown} refusal={refusal} onNew={newGoal} />
      ) : (
        <Split columns={wide ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) var(--goals-detail)'}>
          <section className={classes['list']} aria-label={t('goals.tree.label')}>
            {goals.error !== null && <Banner tone="off-track">{goals.error.sentence}</Banner>}
            <PhaseBanner
              cycle={shown}
              phase={phase}
              rows={rows}
              me={signer?.personId ?? null}
              onShow={current}
              onClose={refusal === null ? () => setOpen('close-cycle') : null}
            />
            {view === 'tree' && <GoalTree lines={lines} onToggle={toggle} {...shape} />}
            {view === 'list' && <GoalList rows={rows} {...shape} />}
            {view === 'board' && <GoalBoard rows={rows} by={by} {...shape} />}
            {view === 'picture' && <Alignment rows={rows} contributors={contributors} {...shape} />}
            {!wide && (
              <p className={classes['foot']}>
                <InfoIcon size={16} stroke={1.75} aria-hidden />
                <span>{t('goals.tree.foot')}</span>
              </p>
            )}
          </section>
          {!wide && (
            <section aria-label={t('goals.detail')} tabIndex={-1}>
              {currentId !== null && (
                <GoalDetail
                  id={currentId}
                  objectiveId={objectiveOf(rows, currentId)}
                  onCycle={follow}
                  onLeave={() => go('goals', rows[0]?.id)}
                />
              )}
            </section>
          )}
        </Split>
      )}
      {open === 'goal' && shown !== null && (
        <NewGoalDialog cycles={cycles} cycleId={shown.id} rows={rows} onClose={close} />
      )}
      {(open === 'new-cycle' || open === 'edit-cycle') && (
        <CycleDialog
          cycle={open === 'edit-cycle' ? shown : null}
          propose={(kind) => nextCycle(cycles, calendarDay(now, zone), kind)}
          onClose={close}
          onMade={(id) => {
            show(id);
            go('goals');
          }}
        />
      )}
      {open === 'close-cycle' && shown !== null && goals.data !== undefined && (
        <CloseCycleDialog
          cycle={shown}
          cycles={cycles}
          rows={rows}
          proposal={nextCycle(cycles, calendarDay(now, zone))}
          onClose={close}
          onMovedOn={(id) => {
            show(id);
            go('goals');
          }}
        />
      )}
    </Place>
  );
};
