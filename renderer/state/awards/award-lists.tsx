import { useState } from 'react';
import type { AwardView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { AwardIcon, Button, SectionHead, useKeys } from '#renderer/ui/index.ts';
import { useQuery } from '../use-query.ts';
import { AwardDialog } from './award-dialog.tsx';
import { AwardLine } from './award-line.tsx';
import classes from './awards.module.css';

/** The same badge that one person gave to several stands there once. */
const together = (awards: readonly AwardView[]): readonly (readonly AwardView[])[] => [
  ...Map.groupBy(awards, (one) =>
    JSON.stringify([one.milestoneId, one.byId, one.title, one.value, one.words]),
  ).values(),
];

const Lines = (props: {
  readonly awards: readonly AwardView[];
  readonly withMilestone: boolean;
  readonly label: string;
}) => (
  <ul className={classes['list']} aria-label={props.label}>
    {together(props.awards).flatMap((same) => {
      const first = same[0];
      return first === undefined
        ? []
        : [
            <AwardLine
              key={first.id}
              award={first}
              toIds={same.map((one) => one.toId)}
              withMilestone={props.withMilestone}
            />,
          ];
    })}
  </ul>
);

/** Badges for the milestones of a goal; nothing where there are none. */
export const GoalAwards = (props: { readonly objectiveId: string }) => {
  const { t } = useText();
  const awards = useQuery('awards', { objectiveId: props.objectiveId }).data?.awards ?? [];
  if (awards.length === 0) return null;
  return (
    <section aria-labelledby="goal-awards">
      <SectionHead id="goal-awards" level={3} title={t('recognition.title')} />
      <Lines awards={awards} withMilestone label={t('recognition.title')} />
    </section>
  );
};

/** Badges of a finished milestone, and giving one to those who had a part in it (b). */
export const MilestoneAwards = (props: { readonly milestoneId: string }) => {
  const { t } = useText();
  const { milestoneId } = props;
  const awards = useQuery('awards', { milestoneId }).data?.awards ?? [];
  const milestone = useQuery('awardable', { milestoneId }).data?.milestones[0];
  const [giving, setGiving] = useState(false);
  const left = milestone?.people.some((one) => !one.given) === true;
  const give = (): void => setGiving(true);
  useKeys(left ? [{ keys: 'b', label: t('recognition.give'), run: give }] : []);
  if (awards.length === 0 && !left) return null;
  return (
    <section aria-labelledby="milestone-awards" className={classes['section']}>
      <SectionHead id="milestone-awards" level={3} title={t('recognition.title')} />
      {awards.length > 0 && <Lines awards={awards} withMilestone={false} label={t('recognition.title')} />}
      {left && (
        <Button size="xs" icon={AwardIcon} keys="b" onClick={give}>
          {t('recognition.give')}
        </Button>
      )}
      {giving && <AwardDialog milestoneId={milestoneId} onClose={() => setGiving(false)} />}
    </section>
  );
};
