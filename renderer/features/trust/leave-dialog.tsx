import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo } from '#renderer/state/index.ts';
import { Button, Dialog } from '#renderer/ui/index.ts';
import classes from './trust.module.css';

/** Leaves the sample team: this profile is empty again, ready for a real team. */
export const LeaveSampleDialog = (props: { readonly onClose: () => void }) => {
  const { t } = useText();
  const go = useGo();
  const leave = useCommand('team.leaveSample');
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('trust.leave.title')}
      foot={
        <>
          <Button tone="quiet" keys="escape" onClick={props.onClose} data-autofocus>
            {t('trust.leave.keep')}
          </Button>
          <Button
            tone="danger-solid"
            busy={leave.busy}
            onClick={() => {
              void leave.run({}).then((result) => {
                if (!result.ok) return;
                props.onClose();
                go('today');
              });
            }}
          >
            {t('trust.leave.act')}
          </Button>
        </>
      }
    >
      <p className={classes['text']}>{t('trust.leave.sentence')}</p>
    </Dialog>
  );
};
