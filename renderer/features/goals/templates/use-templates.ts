import { useMemo } from 'react';
import type { GoalTemplateView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { builtIns } from './built-in.ts';
import type { BuiltInKeyResult } from './built-in.ts';

/** What a new goal begins from; the team's own have a record behind them. */
export interface Template extends Omit<GoalTemplateView, 'byId' | 'mayChange' | 'heads'> {
  readonly own: GoalTemplateView | null;
}

/** The templates that every team has and the team's own, as a list to choose from. */
export const useTemplates = (): readonly Template[] => {
  const { t } = useText();
  const own = useQuery('goalTemplates', {}).data?.templates;
  return useMemo(() => {
    const given = builtIns.map(({ name, keyResults }): Template => {
      const list: readonly BuiltInKeyResult[] = keyResults;
      return {
        id: name,
        title: t(`goals.templates.${name}.title`),
        description: t(`goals.templates.${name}.description`),
        deliverable: '',
        doneMeans: t(`goals.templates.${name}.doneMeans`),
        keyResults: list.map(({ name: nth, type, unit = '', start, target, direction = 'at-least' }) => ({
          ...{ title: t(`goals.templates.${name}.${nth}`), type, unit, start, target, direction, weight: 1 },
        })),
        own: null,
      };
    });
    return [...(own ?? []).map((view): Template => ({ ...view, own: view })), ...given];
  }, [own, t]);
};
