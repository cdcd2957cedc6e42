import type { ErrorComponentProps } from '@tanstack/react-router';
import { useText } from '#renderer/i18n/index.ts';
import { useGo } from '#renderer/state/index.ts';
import { Button, EmptyState, StopIcon } from '#renderer/ui/index.ts';

/** An address that leads nowhere. */
export const NotFound = () => {
  const { t } = useText();
  const go = useGo();
  return (
    <EmptyState
      whole
      title={t('app.notFound.title')}
      sentence={t('app.notFound.sentence')}
      actions={<Button onClick={() => go('today')}>{t('app.notFound.action')}</Button>}
    />
  );
};

/** A defect in a screen: the others go on working. */
export const ScreenError = (props: ErrorComponentProps) => {
  const { t } = useText();
  const error: unknown = props.error;
  return (
    <EmptyState
      whole
      icon={StopIcon}
      title={t('ui.error.title')}
      sentence={t('ui.error.sentence')}
      foot={error instanceof Error ? error.message : undefined}
      actions={<Button onClick={props.reset}>{t('ui.error.retry')}</Button>}
    />
  );
};
