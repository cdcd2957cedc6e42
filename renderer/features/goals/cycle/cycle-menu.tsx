import { Menu } from '@mantine/core';
import type { CyclePhase } from '#shared/domain/index.ts';
import type { CycleView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo } from '#renderer/state/index.ts';
import { Button, CheckIcon, ChevronDownIcon, EditIcon, LockIcon, PlusIcon, UploadIcon } from '#renderer/ui/index.ts';

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
  return (
    <Menu shadow="xl" width={260} position="bottom-end">
      <Menu.Target>
        <Button tone="quiet" iconEnd={ChevronDownIcon}>
          {props.day > 0 && open && props.day < props.days
            ? t('goals.cycle.day', { title: shown.title, day: props.day, days: props.days })
            : t(open ? 'goals.cycle.open' : 'goals.cycle.shut', { title: shown.title })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(`goals.cycle.phase.${props.phase}`, { title: shown.title })}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('goals.cycle.label')}</Menu.Label>
        <div style={{ maxBlockSize: 280, overflow: 'auto' }}>
          {props.cycles.map((cycle) => (
            <Menu.Item
              key={cycle.id}
              leftSection={
                cycle.id === shown.id ? (
                  <CheckIcon size={16} stroke={1.9} aria-hidden />
                ) : (
                  <span style={{ inlineSize: 16 }} />
                )
              }
              onClick={() => {
                props.onShow(cycle.id);
              }}
            >
              {cycle.state === 'open' ? cycle.title : t('goals.cycle.shut', { title: cycle.title })}
            </Menu.Item>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<PlusIcon size={16} stroke={1.75} aria-hidden />}
          disabled={refusal !== null}
          onClick={props.onNew}
        >
          {t('goals.cycle.new')}
        </Menu.Item>
        <Menu.Item
          leftSection={<EditIcon size={16} stroke={1.75} aria-hidden />}
          disabled={refusal !== null}
          onClick={props.onEdit}
        >
          {t('goals.cycle.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<LockIcon size={16} stroke={1.75} aria-hidden />}
          disabled={refusal !== null}
          onClick={() => {
            if (open) return props.onClose();
            void update.run(
              { id: shown.id, base: [...shown.heads], state: 'open' },
              { done: t('goals.cycle.opened', { title: shown.title }) },
            );
          }}
        >
          {t(open ? 'goals.cycle.close' : 'goals.cycle.reopen')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<UploadIcon size={16} stroke={1.75} aria-hidden />}
          disabled={refusal !== null}
          onClick={() => {
            go('import');
          }}
        >
          {t('goals.cycle.import')}
        </Menu.Item>
        {refusal !== null && <Menu.Label>{refusal}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
};
