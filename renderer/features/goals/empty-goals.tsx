import type { CycleView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useGo } from '#renderer/state/index.ts';
import { Button, CalendarIcon, EmptyState, GoalsIcon, PlusIcon, UploadIcon } from '#renderer/ui/index.ts';

/** A team without a cycle: one comes first, or with the goals of a file. */
export const NoCycle = (props: { readonly refusal: string | null; readonly onNew: () => void }) => {
  const { t } = useText();
  const go = useGo();
  return (
    <EmptyState
      whole
      icon={CalendarIcon}
      title={t('goals.noCycle.title')}
      sentence={props.refusal ?? t('goals.noCycle.sentence')}
      actions={
        props.refusal === null && (
          <>
            <Button tone="primary" icon={PlusIcon} onClick={props.onNew}>
              {t('goals.cycle.new')}
            </Button>
            <Button
              icon={UploadIcon}
              onClick={() => {
                go('import');
              }}
            >
              {t('goals.cycle.import')}
            </Button>
          </>
        )
      }
    />
  );
};

/** A cycle without goals. */
export const NoGoals = (props: {
  readonly cycle: CycleView;
  readonly refusal: string | null;
  readonly onNew: () => void;
}) => {
  const { t } = useText();
  const go = useGo();
  return (
    <EmptyState
      whole
      icon={GoalsIcon}
      title={t('goals.none.title', { cycle: props.cycle.title })}
      sentence={props.refusal ?? t('goals.none.sentence')}
      actions={
        props.refusal === null && (
          <>
            <Button tone="primary" icon={PlusIcon} keys="n" onClick={props.onNew}>
              {t('goals.new')}
            </Button>
            <Button
              icon={UploadIcon}
              onClick={() => {
                go('import');
              }}
            >
              {t('goals.cycle.import')}
            </Button>
          </>
        )
      }
    />
  );
};
