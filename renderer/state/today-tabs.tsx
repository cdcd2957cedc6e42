import { SegmentedControl } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useGo } from './navigation.tsx';
import { usePeople, useReports } from './people.ts';
import { skip, useQuery } from './use-query.ts';

const useTabs = () => {
  const people = usePeople();
  const reports = useReports().length;
  const mine = useQuery('today', {}).data?.needsMe;
  const items = useQuery('triage', reports === 0 ? skip : {}).data?.items;
  const known = people.length > 0 && mine !== undefined && (reports === 0 || items !== undefined);
  return { known, reports, mine: mine?.length ?? 0, items: items ?? [] };
};

/** Whether the tabs are all there: what stands beside them waits for that, so that it does not move. */
export const useTabsKnown = (): boolean => useTabs().known;

/** Today in two: what needs me, and for whoever has reports what the team's check-ins ask of them. */
export const TodayTabs = (props: { readonly shown: 'today' | 'today/team' }) => {
  const { t } = useText();
  const go = useGo();
  const { known, reports, mine, items } = useTabs();
  if (!known || (reports === 0 && props.shown === 'today')) return null;
  const team = items.filter(({ group }) => group !== 'acknowledged').length;
  return (
    <SegmentedControl
      aria-label={t('triage.tabs.label')}
      value={props.shown}
      onChange={(value) => go(value === 'today' ? 'today' : 'today/team')}
      data={[
        { value: 'today', label: t('triage.tabs.mine', { count: mine }) },
        { value: 'today/team', label: t('triage.tabs.team', { count: team }) },
      ]}
    />
  );
};
