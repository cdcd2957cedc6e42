import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, useToast } from '#renderer/ui/index.ts';

/** Repairs what a check has named, and says what came of it and what is left. */
export const RepairAct = (props: { readonly onDone: () => void }) => {
  const { t } = useText();
  const toast = useToast();
  const repair = useCommand('repair.run');
  const run = async (): Promise<void> => {
    const done = await repair.run({});
    if (!done.ok) return;
    const { records, restored, left } = done.value;
    props.onDone();
    const fine = t('security.repair.fine', { records, count: restored });
    toast({
      sentence: left.length === 0 ? fine : `${fine} ${t('security.repair.waits', { count: left.length })}`,
    });
  };
  return (
    <Button size="xs" busy={repair.busy} onClick={() => void run()}>
      {repair.busy ? t('security.repair.busy') : t('security.repair.act')}
    </Button>
  );
};
