import { useState } from 'react';
import type { NeedsMe } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { TodayTabs, useGo, useQuery, useTabsKnown } from '#renderer/state/index.ts';
import {
  ActMenu,
  Button,
  CheckIcon,
  CheckInIcon,
  EmptyState,
  FilterIcon,
  Page,
  Place,
  Skeleton,
  useTime,
} from '#renderer/ui/index.ts';
import { Away } from './away.tsx';
import { FirstSteps } from './first-steps.tsx';
import { needIcons } from './kinds.ts';
import { Needs } from './needs.tsx';
import { NewMenu } from './new-menu.tsx';
import { PraiseGap } from './praise-gap.tsx';
import { Rail } from './rail.tsx';
import { RecoveryCards } from './recovery/index.ts';

type Kind = NeedsMe['kind'];

const kinds = Object.keys(needIcons) as readonly Kind[];

const KindMenu = (props: { readonly kind: Kind | null; readonly onKind: (kind: Kind | null) => void }) => {
  const { t } = useText();
  return (
    <ActMenu
      width={200}
      target={
        <Button tone="quiet" size="xs" icon={FilterIcon}>
          {props.kind === null ? t('today.needs.kinds.all') : t(`today.needs.kinds.${props.kind}`)}
        </Button>
      }
      sections={[
        {
          acts: [null, ...kinds].map((kind) => {
            const label = kind === null ? t('today.needs.kinds.all') : t(`today.needs.kinds.${kind}`);
            return {
              label,
              called: t('today.needs.kinds.show', { kinds: label }),
              chosen: kind === props.kind,
              run: () => props.onKind(kind),
            };
          }),
        },
      ]}
    />
  );
};

/** Empty means done, and says what could be next. */
const Done = (props: { readonly filtered: boolean }) => {
  const { t } = useText();
  const go = useGo();
  if (props.filtered) return <EmptyState title={t('today.done.filtered')} />;
  return (
    <EmptyState
      icon={CheckIcon}
      title={t('today.done.title')}
      sentence={t('today.done.sentence')}
      actions={
        <>
          <Button
            size="xs"
            icon={CheckInIcon}
            onClick={() => {
              go('check-in');
            }}
          >
            {t('today.done.checkIn')}
          </Button>
          <Button
            size="xs"
            tone="quiet"
            onClick={() => {
              go('goals');
            }}
          >
            {t('today.done.goals')}
          </Button>
        </>
      }
    />
  );
};

/** Today: everything that needs me, ordered by when the norm runs out, and what happened while I was away. */
export const TodayScreen = () => {
  const { t } = useText();
  const { dayAndWeek } = useTime();
  const go = useGo();
  const { data } = useQuery('today', {});
  const known = useTabsKnown();
  const [kind, setKind] = useState<Kind | null>(null);
  const needs = data?.needsMe.filter((need) => kind === null || need.kind === kind) ?? [];
  return (
    <Place
      title={t('today.title')}
      switches={<TodayTabs shown="today" />}
      context={known ? dayAndWeek() : undefined}
      actions={
        <>
          {data !== undefined && data.needsMe.length > 0 && <KindMenu kind={kind} onKind={setKind} />}
          <Button tone="quiet" size="xs" onClick={() => go('team-week')}>
            {t('teamWeek.title')}
          </Button>
          <NewMenu />
        </>
      }
    >
      <Page
        rail={data === undefined ? undefined : <Rail goals={data.goals} expected={data.expected} />}
        railLabel={t('today.rail.label')}
      >
        {data === undefined ? (
          <Skeleton rows={5} />
        ) : (
          <>
            <RecoveryCards />
            {needs.length > 0 ? <Needs needs={needs} /> : <Done filtered={kind !== null && data.needsMe.length > 0} />}
            {data.praiseGap !== null && <PraiseGap gap={data.praiseGap} />}
            <FirstSteps hasGoals={data.goals.length > 0} />
            <Away items={data.away} since={data.awaySince} />
          </>
        )}
      </Page>
    </Place>
  );
};
