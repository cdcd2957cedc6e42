import { SegmentedControl } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useGo } from './navigation.tsx';
import { useReports } from './people.ts';
import { skip, useQuery } from './use-query.ts';

/** Today in two: what needs me, and for whoever has reports what the team's check-ins ask of them. */
export const TodayTabs = (props: { readonly shown: 'today' | 'today/team' }) => {
  const { t } = useText();
  const go = useGo();
  const reports = useReports();
  const mine = useQuery('today', {}).data?.needsMe.length ?? 0;
  const items = useQuery('triage', reports.length === 0 ? skip : {}).data?.items ?? [];
  if (reports.length === 0 && props.shown === 'today') return null;
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
