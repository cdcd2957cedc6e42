import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import {
  EraseDialog,
  useAudience,
  useAsking,
  useCommand,
  useGo,
  useMayErase,
  useQuery,
} from '#renderer/state/index.ts';
import {
  ActMenu,
  AudienceTag,
  Banner,
  CheckIcon,
  EditIcon,
  HistoryIcon,
  IconButton,
  LockIcon,
  MoreIcon,
  PinIcon,
  QuestionIcon,
  TrashIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';
import classes from './detail.module.css';

/** An entry of the menu; `refusal` says why it is off, in its own line. */
export interface HeadAct {
  readonly label: string;
  readonly icon: Icon;
  readonly run: () => void;
  readonly keys?: string;
  readonly refusal?: string | null;
}

export interface DetailHeadProps {
  /** What shows before the title: where it hangs, and what it is. */
  readonly crumb: ReactNode;
  readonly title: string;
  readonly facts: ReactNode;
  readonly objective: ObjectiveView;
  /** Id that is pinned: the objective's or the key result's. */
  readonly pinId: string;
  readonly acts: readonly HeadAct[];
  /** Takes the place of title and facts while they are edited. */
  readonly editor?: ReactNode;
  readonly children?: ReactNode;
}

export const headIcons = { edit: EditIcon, close: CheckIcon, remove: TrashIcon, locked: LockIcon } as const;

const MoreMenu = (
  props: Pick<DetailHeadProps, 'objective' | 'pinId' | 'acts' | 'title'> & { readonly onErase: () => void },
) => {
  const { t } = useText();
  const go = useGo();
  const { ask } = useAsking();
  const pin = useCommand('pin.set');
  const may = useMayErase()({
    recordId: props.objective.id,
    kind: 'objective',
    authorId: props.objective.createdById,
    teamReads: props.objective.audience.kind === 'team',
  });
  const pinned = useQuery('pins', {}).data?.items.some((item) => item.id === props.pinId) === true;
  return (
    <ActMenu
      width={280}
      target={<IconButton icon={MoreIcon} label={t('goals.more', { title: props.title })} size="xs" />}
      sections={[
        { acts: props.acts },
        {
          acts: [
            {
              label: t(pinned ? 'goals.unpin' : 'goals.pin'),
              icon: PinIcon,
              run: () =>
                void pin.run(
                  { targetId: props.pinId, pinned: !pinned },
                  { done: t(pinned ? 'goals.unpinned' : 'goals.pinned') },
                ),
            },
            { label: t('goals.history'), icon: HistoryIcon, run: () => go('trust', props.objective.id) },
            {
              label: t('requests.ask.about'),
              icon: QuestionIcon,
              run: () =>
                ask({
                  toId: props.objective.ownerId ?? undefined,
                  target: { id: props.objective.id, title: props.title },
                }),
            },
            ...(may ? [{ label: t('erasure.menu.erase'), icon: TrashIcon, run: props.onErase }] : []),
          ],
        },
      ]}
    />
  );
};

/** The head of a goal's page: where it hangs, its name, its facts, and who can read it. */
export const DetailHead = (props: DetailHeadProps) => {
  const said = useSaid();
  const audienceOf = useAudience();
  const go = useGo();
  const [erasing, setErasing] = useState(false);
  const { objective } = props;
  return (
    <header className={classes['head']}>
      <div className={classes['crumb']}>
        {props.crumb}
        <span className={classes['end']}>
          <MoreMenu {...props} onErase={() => setErasing(true)} />
        </span>
      </div>
      <h2
        tabIndex={-1}
        data-goal-title
        dir="auto"
        className={props.editor === undefined ? undefined : classes['unseen']}
      >
        {props.title}
      </h2>
      {props.editor ?? (
        <>
          <div className={classes['facts']}>
            {props.facts}
            <AudienceTag {...audienceOf(objective.audience)} />
          </div>
        </>
      )}
      {objective.readOnlyReason !== null && <Banner icon={LockIcon}>{said(objective.readOnlyReason)}</Banner>}
      {props.children}
      {erasing && (
        <EraseDialog
          recordId={objective.id}
          kind="objective"
          onClose={() => setErasing(false)}
          onErased={() => go('goals')}
        />
      )}
    </header>
  );
};
