import { useMemo, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import type { RequestView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  useAsking,
  useGo,
  useHeldFirst,
  usePeopleById,
  usePersonName,
  useQuery,
  useRecordId,
} from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  Chip,
  EmptyState,
  NormClock,
  Place,
  PlusIcon,
  Rows,
  Skeleton,
  Split,
  WaitIcon,
  useKeys,
  useRowSelection,
  useTime,
} from '#renderer/ui/index.ts';
import { RequestDetail } from './request-detail.tsx';
import classes from './requests.module.css';

const views = ['forMe', 'byMe', 'settled'] as const;
type View = (typeof views)[number];
const none: readonly RequestView[] = [];
const idOf = (request: RequestView): string => request.id;

const Line = (props: { readonly request: RequestView; readonly view: View }) => {
  const { t } = useText();
  const { shortWhen } = useTime();
  const people = usePeopleById();
  const nameOf = usePersonName();
  const { request, view } = props;
  const name = nameOf(view === 'forMe' || people.get(request.toId)?.me === true ? request.fromId : request.toId);
  return (
    <div className={classes['line']}>
      <b dir="auto">{request.question}</b>
      <span className={classes['facts']}>
        <span>{name}</span>
        {request.blocker && <Chip>{t('requests.blocker')}</Chip>}
        {request.state === 'open' ? (
          <NormClock norm={request.norm} recipient={view === 'forMe' ? null : (people.get(request.toId) ?? null)} />
        ) : (
          <span>
            {t(`requests.states.${request.state}`)}, {shortWhen(request.closedAt ?? request.askedAt)}
          </span>
        )}
      </span>
    </div>
  );
};

/** Questions to people: what waits for me, what I wait for, and what was settled. */
export const RequestsScreen = () => {
  const { t } = useText();
  const go = useGo();
  const { ask } = useAsking();
  const named = useRecordId();
  const { data, error } = useQuery('requests', {});
  const [chosen, setView] = useState<View | null>(null);
  const holds = (view: View): boolean => data?.[view].some((request) => request.id === named) === true;
  // The view that the place began with stays, too, when the last question for me is answered or the first one arrives.
  const begins = data === undefined ? null : data.forMe.length === 0 && data.byMe.length > 0 ? 'byMe' : 'forMe';
  const begun = useHeldFirst(null, begins, named ?? '');
  const view = chosen ?? views.find(holds) ?? views.find((each) => each === begun) ?? 'forMe';
  const items = data?.[view] ?? none;
  const ids = useMemo(() => items.map((request) => request.id), [items]);
  const currentId = useHeldFirst(named, ids[0] ?? null, view);
  const open = (id: string): void => go('requests', id, { replace: true });
  const selection = useRowSelection({ ids, onOpen: open, currentId, onCurrent: open });
  const show = (next: View): void => {
    setView(next);
    go('requests', data?.[next][0]?.id ?? null, { replace: true });
  };
  useKeys([
    {
      keys: 'v',
      label: t('requests.keys.view'),
      run: () => show(views[(views.indexOf(view) + 1) % views.length] ?? 'forMe'),
    },
  ]);
  return (
    <Place
      title={t('requests.title')}
      switches={
        <SegmentedControl
          aria-label={t('requests.views.label')}
          value={view}
          onChange={(value) => show(views.find((each) => each === value) ?? 'forMe')}
          data={views.map((value) => ({ value, label: t(`requests.views.${value}`) }))}
        />
      }
      actions={
        <Button icon={PlusIcon} keys="q" onClick={() => ask()}>
          {t('requests.ask.act')}
        </Button>
      }
    >
      {data === undefined ? (
        <div className={classes['list']}>
          {error === null ? <Skeleton rows={6} /> : <Banner tone="off-track">{error.sentence}</Banner>}
        </div>
      ) : (
        <Split columns="minmax(0, 1fr) minmax(0, 1.25fr)">
          <div className={classes['list']}>
            {items.length === 0 ? (
              <EmptyState
                rank={2}
                icon={WaitIcon}
                title={t(`requests.empty.${view}`)}
                sentence={t('requests.empty.sentence')}
                actions={
                  <Button size="xs" onClick={() => ask()}>
                    {t('requests.ask.act')}
                  </Button>
                }
              />
            ) : (
              <Rows
                label={t(`requests.views.${view}`)}
                items={items}
                idOf={idOf}
                rowSize={72}
                selection={selection}
                openOnClick
              >
                {(request) => <Line request={request} view={view} />}
              </Rows>
            )}
          </div>
          <section className={classes['panel']} aria-label={t('requests.detail')} tabIndex={-1}>
            {currentId === null ? (
              <EmptyState title={t('requests.choose')} />
            ) : (
              <RequestDetail key={currentId} id={currentId} />
            )}
          </section>
        </Split>
      )}
    </Place>
  );
};
