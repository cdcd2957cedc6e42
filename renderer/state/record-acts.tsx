import { useCallback, useState } from 'react';
import { mayErase, personalKinds } from '#shared/domain/index.ts';
import type { RecordKind } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  ActMenu,
  Banner,
  Button,
  Dialog,
  HistoryIcon,
  IconButton,
  MoreIcon,
  PeopleIcon,
  TrashIcon,
} from '#renderer/ui/index.ts';
import { AgendaDialog } from './agenda-dialog.tsx';
import { useGo } from './navigation.tsx';
import { useSession } from './people.ts';
import classes from './record-acts.module.css';
import { useCommand } from './use-command.ts';

/** The kinds that can be erased, each with a word of its own. */
const worded = [...personalKinds, 'objective', 'task', 'cycle'] as const;

/** What a kind of record is called: "comment", "goal". */
export const useKindWord = (): ((kind: string) => string) => {
  const { t } = useText();
  return useCallback((kind) => t(`erasure.kinds.${worded.find((known) => known === kind) ?? 'record'}`), [t]);
};

export interface ErasableRecord {
  readonly recordId: string;
  readonly kind: RecordKind;
  /** Who wrote it; null where that is not known. */
  readonly authorId: string | null;
  /** Read by the whole team, so that an admin may erase it too. */
  readonly teamReads: boolean;
}

/** Whether this person may erase a record: the same rule that every replica applies. */
export const useMayErase = (): ((record: ErasableRecord) => boolean) => {
  const me = useSession()?.me;
  return useCallback(
    ({ kind, authorId, teamReads }) =>
      me !== null &&
      me !== undefined &&
      mayErase({ personId: me.id, role: me.role, state: me.state }, { kind, authorId }, teamReads ? 'team' : 'pair'),
    [me],
  );
};

const means = ['sentence', 'stays', 'final'] as const;
const limits = ['copied', 'offline', 'backups'] as const;

/** Asks before a record is erased, and says exactly what that does and what it cannot do. */
export const EraseDialog = (props: {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly onClose: () => void;
  readonly onErased?: (() => void) | undefined;
}) => {
  const { t } = useText();
  const kindWord = useKindWord();
  const erase = useCommand('record.redact');
  const { recordId, kind, onClose } = props;
  const run = async (): Promise<void> => {
    const done = await erase.run({ recordId }, { quiet: true, done: t('erasure.one.done') });
    if (!done.ok) return;
    onClose();
    props.onErased?.();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('erasure.one.title', { what: kindWord(kind) })}
      foot={
        <>
          <Button tone="quiet" keys="escape" onClick={onClose} data-autofocus>
            {t('erasure.one.keep')}
          </Button>
          <Button tone="danger-solid" busy={erase.busy} onClick={() => void run()}>
            {t('erasure.one.act')}
          </Button>
        </>
      }
    >
      <ul className={classes['means']}>
        {means.map((line) => (
          <li key={line}>{t(`erasure.one.${line}`)}</li>
        ))}
        {kind === 'check-in' && <li>{t('erasure.one.week')}</li>}
        {kind === 'objective' && <li>{t('erasure.one.goal')}</li>}
        {kind !== 'comment' && kind !== 'objective' && <li>{t('erasure.one.comments')}</li>}
      </ul>
      <h3 className={classes['subtitle']}>{t('erasure.one.cannot')}</h3>
      <ul className={classes['means']}>
        {limits.map((line) => (
          <li key={line}>{t(`erasure.one.${line}`)}</li>
        ))}
      </ul>
      {erase.error !== null && (
        <Banner tone="off-track" live>
          {erase.error.sentence}
        </Banner>
      )}
    </Dialog>
  );
};

/** What a 1:1 is fed from. */
const talkedAbout: ReadonlySet<string> = new Set(['check-in', 'comment', 'feedback', 'kudos', 'objective', 'task']);

/** The menu of a record that has no page of its own: its verified history, and erasing it for those who may. */
export const RecordActs = (
  props: ErasableRecord & {
    readonly label?: string;
    /** How the palette names the record, where several stand in one view: what it says. */
    readonly about?: string | undefined;
  },
) => {
  const { t } = useText();
  const go = useGo();
  const kindWord = useKindWord();
  const may = useMayErase()(props);
  const [asking, setAsking] = useState(false);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ActMenu
        position="bottom-end"
        about={props.about ?? kindWord(props.kind)}
        target={
          <IconButton
            icon={MoreIcon}
            label={props.label ?? t('erasure.menu.label', { what: kindWord(props.kind) })}
            size="xs"
          />
        }
        sections={[
          {
            acts: [
              { label: t('erasure.menu.history'), icon: HistoryIcon, run: () => go('trust', props.recordId) },
              ...(talkedAbout.has(props.kind)
                ? [{ label: t('oneOnOne.send'), icon: PeopleIcon, run: () => setAdding(true) }]
                : []),
              ...(may ? [{ label: t('erasure.menu.erase'), icon: TrashIcon, run: () => setAsking(true) }] : []),
            ],
          },
        ]}
      />
      {adding && (
        <AgendaDialog
          sourceId={props.recordId}
          authorId={props.authorId}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {asking && (
        <EraseDialog
          recordId={props.recordId}
          kind={props.kind}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
};
