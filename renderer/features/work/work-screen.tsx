import { useCallback, useMemo, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { addWeeks, standingSentences, writes } from '#shared/domain/index.ts';
import type { TaskView } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { skip, useGo, useHeldFirst, useQuery, useRecordId, useSession } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  ChevronLeftIcon,
  ChevronRightIcon,
  EmptyState,
  IconButton,
  Place,
  PlusIcon,
  Skeleton,
  Split,
  WorkIcon,
  classNames,
  useKeys,
  useRowSelection,
  useTime,
} from '#renderer/ui/index.ts';
import { Board, boardOrder } from './board.tsx';
import { Completion } from './completion.tsx';
import { Milestones, milestoneOrder } from './milestones.tsx';
import { TaskPanel } from './task-detail.tsx';
import { TaskDialog } from './task-dialog.tsx';
import { TaskList } from './task-list.tsx';
import { useTaskActs, weekNumber } from './use-tasks.ts';
import classes from './work.module.css';

const views = ['list', 'board', 'milestones'] as const;
type View = (typeof views)[number];
type Open = 'task' | 'milestone' | 'edit' | null;

const none: readonly TaskView[] = [];

const focusTitle = (): void => {
  document.querySelector<HTMLElement>('[data-task-title]')?.focus();
};

/** Work: a week's tasks as list or board, the milestones by date, and beside them the one that is read. */
export const WorkScreen = () => {
  const { t } = useText();
  const said = useSaid();
  const { dateRange } = useTime();
  const go = useGo();
  const me = useSession()?.me ?? null;
  const named = useRecordId();
  const [asked, setAsked] = useState<string | null>(null);
  const [mine, setMine] = useState(true);
  const [view, setView] = useState<View>('list');
  const [open, setOpen] = useState<Open>(null);
  const personId = mine && me !== null ? me.id : undefined;
  const work = useQuery('work', {
    ...(asked === null ? {} : { week: asked }),
    ...(personId === undefined ? {} : { personId }),
  });
  const { data } = work;
  const week = data?.week ?? asked ?? '';
  const acts = useTaskActs(data?.week ?? '1970-W01');

  const tasks = data?.tasks ?? none;
  const planned = useMemo(() => tasks.filter((task) => task.outcome !== null), [tasks]);
  const unplanned = useMemo(() => tasks.filter((task) => task.outcome === null), [tasks]);
  const shown = useMemo(
    () =>
      view === 'milestones'
        ? milestoneOrder(data?.milestones ?? none)
        : view === 'board'
          ? boardOrder(planned)
          : [...planned, ...unplanned],
    [view, data, planned, unplanned],
  );
  const select = useCallback(
    (id: string) => {
      go('tasks', id, { replace: true });
    },
    [go],
  );
  const ids = useMemo(() => shown.map((task) => task.id), [shown]);
  // List and board show the same tasks: opening a card of the board shows that one in the list.
  const currentId = useHeldFirst(named, ids[0] ?? null, [view === 'milestones', mine, week].join(' '));
  // The board has no room for the task beside it: opening one goes where there is.
  const openTask = useCallback(() => {
    if (view === 'board') setView('list');
    focusTitle();
  }, [view]);
  const selection = useRowSelection({ ids, currentId, onCurrent: select, onOpen: openTask });
  const detail = useQuery('task', currentId === null ? skip : { id: currentId }).data?.task ?? null;
  // What nobody sees, keys leave alone: beside the board there is no panel for a task that is not on it.
  const current = shown.find((task) => task.id === currentId) ?? (view === 'board' ? null : detail);

  const refusal =
    me !== null && !writes({ personId: me.id, role: me.role, state: me.state }) ? said(standingSentences.write) : null;
  const turn = (weeks: number): void => {
    if (data !== undefined) setAsked(addWeeks(data.week, weeks));
  };
  const on = (act: (task: TaskView) => void) => () => {
    if (current !== null) act(current);
  };
  const add = (): void => {
    if (refusal === null) setOpen(view === 'milestones' ? 'milestone' : 'task');
  };
  useKeys([
    { keys: 'n', label: t('work.add'), run: add },
    { keys: 'x', label: t('work.keys.done'), run: on(acts.toggle) },
    { keys: '>', label: t('work.keys.carry'), run: on(acts.carry) },
    { keys: 'd', label: t('work.keys.drop'), run: on(acts.drop) },
    { keys: 'w', label: t('work.keys.plan'), run: on(acts.plan) },
    { keys: 'a', label: t('work.keys.accept'), run: on(acts.accept) },
    { keys: 'e', label: t('work.keys.edit'), run: on((task) => task.mayEdit && setOpen('edit')) },
    { keys: '[', label: t('work.week.previous'), run: () => turn(-1) },
    { keys: ']', label: t('work.week.next'), run: () => turn(1) },
  ]);

  const nothing = data !== undefined && shown.length === 0 && view === 'list' && named === null;
  const isEmpty = nothing && (data.milestones.length > 0 ? false : data.completion.every((each) => each.planned === 0));

  return (
    <Place
      title={t('work.title')}
      switches={
        <SegmentedControl
          aria-label={t('work.views.label')}
          value={view}
          onChange={(value) => {
            setView(views.find((each) => each === value) ?? 'list');
          }}
          data={views.map((value) => ({ value, label: t(`work.views.${value}`) }))}
        />
      }
      context={
        data !== undefined &&
        view !== 'milestones' && (
          <span className={classes['week']}>
            <IconButton icon={ChevronLeftIcon} size="xs" label={t('work.week.previous')} onClick={() => turn(-1)} />
            <span>
              {t('work.week.label', {
                week: weekNumber(week),
                days: dateRange(data.start, data.end),
              })}
            </span>
            <IconButton icon={ChevronRightIcon} size="xs" label={t('work.week.next')} onClick={() => turn(1)} />
            {data.week !== data.thisWeek && (
              <Button size="xs" tone="quiet" onClick={() => setAsked(null)}>
                {t('work.week.back')}
              </Button>
            )}
          </span>
        )
      }
      actions={
        <>
          <SegmentedControl
            aria-label={t('work.whose.label')}
            value={mine ? 'mine' : 'all'}
            onChange={(value) => {
              setMine(value === 'mine');
            }}
            data={(['mine', 'all'] as const).map((value) => ({ value, label: t(`work.whose.${value}`) }))}
          />
          <Button icon={PlusIcon} disabled={refusal !== null} onClick={add}>
            {t(view === 'milestones' ? 'work.milestones.add' : 'work.add')}
          </Button>
        </>
      }
    >
      {data === undefined ? (
        <div className={classes['waiting']}>
          {work.error === null ? <Skeleton rows={8} /> : <Banner tone="off-track">{work.error.sentence}</Banner>}
        </div>
      ) : isEmpty ? (
        <EmptyState
          whole
          icon={WorkIcon}
          title={t('work.empty.title')}
          sentence={t('work.empty.sentence')}
          actions={
            <Button tone="primary" icon={PlusIcon} keys="n" disabled={refusal !== null} onClick={() => setOpen('task')}>
              {t('work.add')}
            </Button>
          }
        />
      ) : (
        <Split columns={view === 'board' ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) var(--work-detail)'}>
          <div className={classNames(classes['list'], view === 'board' && classes['withBoard'])}>
            {refusal !== null && <p className={classes['quiet']}>{refusal}</p>}
            {view === 'list' && <TaskList planned={planned} open={unplanned} selection={selection} acts={acts} />}
            {view === 'board' && <Board tasks={planned} selection={selection} acts={acts} />}
            {view === 'milestones' && (
              <Milestones tasks={data.milestones} selection={selection} acts={acts} onAdd={add} />
            )}
            {view !== 'milestones' && <Completion weeks={data.completion} />}
          </div>
          {view !== 'board' && (
            <section className={classes['panel']} aria-label={t('work.detail.label')} tabIndex={-1}>
              {currentId === null ? (
                <EmptyState title={t('work.detail.choose')} />
              ) : (
                <TaskPanel id={currentId} week={week} acts={acts} onEdit={() => setOpen('edit')} />
              )}
            </section>
          )}
        </Split>
      )}
      {open !== null && data !== undefined && (open !== 'edit' || detail !== null) && (
        <TaskDialog
          task={open === 'edit' ? detail : null}
          milestone={open === 'milestone'}
          week={data.week}
          onClose={() => setOpen(null)}
          onMade={(id) => go('tasks', id)}
        />
      )}
    </Place>
  );
};
