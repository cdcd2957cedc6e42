import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useSession } from '#renderer/state/index.ts';
import { AskDialog } from './ask-dialog.tsx';
import classes from './members.module.css';

export interface PersonDialogProps {
  readonly personId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Removing somebody: what happens, and what nobody can do. */
export const RemoveDialog = ({ personId, name, onClose }: PersonDialogProps) => {
  const { t } = useText();
  const remove = useCommand('member.remove');
  return (
    <AskDialog
      title={t('members.remove.title', { name })}
      keep={t('members.remove.keep', { name })}
      act={t('members.remove.act', { name })}
      busy={remove.busy}
      error={remove.error?.sentence}
      onClose={onClose}
      onAct={() => {
        void remove.run({ personId }, { quiet: true, done: t('members.remove.done', { name }) }).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <div className={classes['part']}>
        <h3>{t('members.remove.will')}</h3>
        <ul>
          <li>{t('members.remove.willList.keys', { name })}</li>
          <li>{t('members.remove.willList.others')}</li>
          <li>{t('members.remove.willList.relay')}</li>
          <li>{t('members.remove.willList.late', { name })}</li>
        </ul>
      </div>
      <div className={classes['part']}>
        <h3>{t('members.remove.not')}</h3>
        <ul>
          <li>{t('members.remove.notList.kept', { name })}</li>
          <li>{t('members.remove.notList.pair', { name })}</li>
        </ul>
      </div>
      <p className={classes['text']}>{t('members.remove.back')}</p>
    </AskDialog>
  );
};

export const DeclineDialog = ({ personId, name, onClose }: PersonDialogProps) => {
  const { t } = useText();
  const decline = useCommand('invitation.decline');
  return (
    <AskDialog
      title={t('members.decline.title', { name })}
      keep={t('members.decline.keep')}
      act={t('members.decline.act')}
      busy={decline.busy}
      error={decline.error?.sentence}
      onClose={onClose}
      onAct={() => {
        void decline
          .run({ personId }, { quiet: true, done: t('members.waiting.declined', { name }) })
          .then((result) => {
            if (result.ok) onClose();
          });
      }}
    >
      <p className={classes['text']}>{t('members.decline.sentence')}</p>
    </AskDialog>
  );
};

export const HandOverDialog = ({ personId, name, onClose }: PersonDialogProps) => {
  const { t } = useText();
  const handOver = useCommand('member.handOver');
  return (
    <AskDialog
      title={t('members.handOver.title', { name })}
      keep={t('members.handOver.keep')}
      act={t('members.handOver.act')}
      busy={handOver.busy}
      error={handOver.error?.sentence}
      onClose={onClose}
      onAct={() => {
        void handOver.run({ personId }, { quiet: true, done: t('members.handOver.done', { name }) }).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p className={classes['text']}>{t('members.handOver.sentence', { name })}</p>
    </AskDialog>
  );
};

export const LeaveDialog = (props: { readonly onClose: () => void }) => {
  const { t } = useText();
  const team = useSession()?.team?.name ?? '';
  const leave = useCommand('member.leave');
  return (
    <AskDialog
      title={t('members.leave.title', { team })}
      keep={t('members.leave.keep')}
      act={t('members.leave.act')}
      busy={leave.busy}
      error={leave.error?.sentence}
      onClose={props.onClose}
      onAct={() => {
        void leave.run({}, { quiet: true, done: t('members.leave.done', { team }) }).then((result) => {
          if (result.ok) props.onClose();
        });
      }}
    >
      <p className={classes['text']}>{t('members.leave.sentence')}</p>
      <p className={classes['text']}>{t('members.leave.last')}</p>
    </AskDialog>
  );
};
