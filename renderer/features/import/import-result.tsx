import { useText } from '#renderer/i18n/index.ts';
import { useGo } from '#renderer/state/index.ts';
import { Button, CheckIcon, EmptyState, GoalsIcon } from '#renderer/ui/index.ts';
import type { Applied } from './use-import.ts';

/** What the import did. */
export const ImportResult = (props: { readonly result: Applied; readonly onAgain: () => void }) => {
  const { t } = useText();
  const go = useGo();
  const { result } = props;
  const counts = [
    t('import.counts.new', { count: result.created }),
    t('import.counts.changed', { count: result.changed }),
    t('import.counts.same', { count: result.same }),
    t('import.counts.skipped', { count: result.skipped }),
  ].join(t('ui.list.comma'));
  return (
    <EmptyState
      whole
      icon={CheckIcon}
      title={t('import.result.title')}
      sentence={t('import.result.sentence', { counts })}
      actions={
        <>
          <Button
            tone="primary"
            icon={GoalsIcon}
            autoFocus
            onClick={() => {
              // They may lie in another cycle than the current one; the address can name it.
              go('goals', result.cycleId);
            }}
          >
            {t('import.result.show')}
          </Button>
          <Button onClick={props.onAgain}>{t('import.result.again')}</Button>
        </>
      }
    />
  );
};
