import { useText } from '#renderer/i18n/index.ts';
import type { KeyBinding } from '#renderer/ui/index.ts';

export interface StepOptions {
  /** Ids in the order in which they are shown. */
  readonly ids: readonly string[];
  readonly currentId: string | null;
  readonly go: (id: string) => void;
  /** Enter: the focus goes on to the detail. */
  readonly onOpen: () => void;
}

/** Keys of every view of goals: j, k and arrows to move, Home and End, Enter to go on to the detail. */
export const useStepKeys = ({ ids, currentId, go, onOpen }: StepOptions): readonly KeyBinding[] => {
  const { t } = useText();
  const to = (id: string | undefined): void => {
    if (id !== undefined) go(id);
  };
  const step = (by: number) => () => {
    const from = currentId === null ? -1 : ids.indexOf(currentId);
    to(ids[from < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, from + by))]);
  };
  return [
    { keys: 'j', label: t('ui.keys.next'), run: step(1) },
    { keys: 'k', label: t('ui.keys.previous'), run: step(-1) },
    { keys: 'down', label: t('ui.keys.next'), hidden: true, run: step(1) },
    { keys: 'up', label: t('ui.keys.previous'), hidden: true, run: step(-1) },
    { keys: 'home', label: t('goals.keys.first'), run: () => to(ids[0]) },
    { keys: 'end', label: t('goals.keys.last'), run: () => to(ids.at(-1)) },
    { keys: 'enter', label: t('goals.keys.detail'), run: onOpen },
  ];
};
