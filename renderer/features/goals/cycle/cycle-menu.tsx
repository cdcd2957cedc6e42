import type { CyclePhase } from '#shared/domain/index.ts';
import type { CycleView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo } from '#renderer/state/index.ts';
import { ActMenu, Button, ChevronDownIcon, EditIcon, LockIcon, PlusIcon, UploadIcon } from '#renderer/ui/index.ts';

export interface CycleMenuProps {
  readonly cycles: readonly CycleView[];
  readonly shown: CycleView;
  /** Where in the shown cycle today is; day 0 before it begins. */
  readonly day: number;
  readonly days: number;
  readonly onShow: (id: string) => void;
  readonly onNew: () => void;
  readonly onEdit: () => void;
  /** Scores its goals, closes it and goes on. */
  readonly onClose: () => void;
  readonly phase: CyclePhase;
  /** Why this reader changes no cycles; null when they may. */
  readonly refusal: string | null;
}

/** Which cycle is shown; new ones, changes to this one, and goals from a file. */
export const CycleMenu = (props: CycleMenuProps) => {
  const { t } = useText();
  const go = useGo();
  const update = useCommand('cycle.update');
  const { shown, refusal } = props;
  const open = shown.state === 'open';
  // Said once below the acts, not with each.
  const silent = refusal === null ? null : '';
  return (
    <ActMenu
      width={260}
      position="bottom-end"
      target={
        <Button tone="quiet" iconEnd={ChevronDownIcon}>
          {props.day > 0 && open && props.day < props.days
            ? t('goals.cycle.day', { title: shown.title, day: props.day, days: props.days })
            : t(open ? 'goals.cycle.open' : 'goals.cycle.shut', { title: shown.title })}
        </Button>
      }
      head={t(`goals.cycle.phase.${props.phase}`, { title: shown.title })}
      sections={[
        {
          title: t('goals.cycle.label'),
          height: 280,
          acts: props.cycles.map((cycle) => ({
            label: cycle.state === 'open' ? cycle.title : t('goals.cycle.shut', { title: cycle.title }),
            called: t('goals.cycle.show', { title: cycle.title }),
            chosen: cycle.id === shown.id,
            run: () => props.onShow(cycle.id),
          })),
        },
        {
          acts: [
            { label: t('goals.cycle.new'), icon: PlusIcon, refusal: silent, run: props.onNew },
            { label: t('goals.cycle.edit'), icon: EditIcon, refusal: silent, run: props.onEdit },
            {
              label: t(open ? 'goals.cycle.close' : 'goals.cycle.reopen'),
              icon: LockIcon,
              refusal: silent,
              run: () => {
                if (open) return props.onClose();
                void update.run(
                  { id: shown.id, base: [...shown.heads], state: 'open' },
                  { done: t('goals.cycle.opened', { title: shown.title }) },
                );
              },
            },
          ],
        },
        {
          acts: [{ label: t('goals.cycle.import'), icon: UploadIcon, refusal: silent, run: () => go('import') }],
        },
      ]}
      note={refusal}
    />
  );
};
