import { useMemo, useState } from 'react';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useCommand, usePeople, useQuery, useSession } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  LeaveIcon,
  Page,
  Place,
  PlusIcon,
  SectionHead,
  Skeleton,
  useKeys,
} from '#renderer/ui/index.ts';
import { InviteDialog } from '../invite-dialog.tsx';
import { Invitations } from '../invitations.tsx';
import people from '../people.module.css';
import { GoneList } from './gone-list.tsx';
import { LeaveDialog } from './member-dialogs.tsx';
import { MemberTable } from './member-table.tsx';
import classes from './members.module.css';
import { Succession } from './succession.tsx';
import { WaitingList } from './waiting-list.tsx';

/** Team members: who is in, who waits, who went, and everything that may be done about it. */
export const MembersScreen = () => {
  const { t } = useText();
  const said = useSaid();
  const everybody = usePeople();
  const sample = useSession()?.sample === true;
  const query = useQuery('people', {});
  const membership = useQuery('membership', {});
  const checkpoint = useCommand('team.checkpoint');
  const [open, setOpen] = useState<'invite' | 'leave' | null>(null);
  const close = (): void => setOpen(null);
  const mayInvite = query.data?.mayInvite === true && membership.data?.out == null;
  const invite = (): void => setOpen('invite');
  useKeys(mayInvite ? [{ keys: 'i', label: t('people.inviteDialog.title'), run: invite }] : []);
  const { data } = membership;
  // Why leaving has to wait, where it has to.
  const staying = data === undefined || data.leave === null ? null : said(data.leave);
  const members = useMemo(() => everybody.filter((one) => one.state === 'member'), [everybody]);

  return (
    <Place
      title={t('members.title')}
      context={data === undefined ? undefined : t('members.context', { count: members.length })}
      actions={
        <>
          <PlaceLink place="people" className={people['link']}>
            {t('members.back')}
          </PlaceLink>
          {mayInvite && (
            <Button icon={PlusIcon} onClick={invite}>
              {t('people.invite')}
            </Button>
          )}
        </>
      }
    >
      <Page>
        {membership.error !== null && (
          <Banner tone="off-track" live>
            {membership.error.sentence}
          </Banner>
        )}
        {data === undefined || query.data === undefined ? (
          <Skeleton rows={6} withDisc />
        ) : (
          <>
            <WaitingList waiting={data.waiting} />
            <MemberTable people={members} standings={data.people} />
            <div className={classes['section']}>
              <Invitations invitations={query.data.invitations} mayInvite={mayInvite} />
            </div>
            <Succession membership={data} people={members} />
            {data.checkpoint === null && (
              <section className={classes['section']} aria-labelledby="members-history">
                <SectionHead
                  id="members-history"
                  title={t('members.checkpoint.title')}
                  end={
                    <Button
                      size="xs"
                      busy={checkpoint.busy}
                      onClick={() =>
                        void checkpoint.run({}, { done: t('members.checkpoint.done', { count: members.length }) })
                      }
                    >
                      {t('members.checkpoint.act')}
                    </Button>
                  }
                />
                <p className={classes['note']}>{t('members.checkpoint.note')}</p>
              </section>
            )}
            <GoneList gone={data.gone} mayInvite={mayInvite} />
            {!sample && data.out === null && (
              <section className={classes['section']}>
                <span title={staying ?? undefined}>
                  <Button
                    tone="danger"
                    icon={LeaveIcon}
                    disabled={staying !== null}
                    aria-label={staying === null ? t('members.leave.act') : `${t('members.leave.act')}. ${staying}`}
                    onClick={() => setOpen('leave')}
                  >
                    {t('members.leave.act')}
                  </Button>
                </span>
                {staying !== null && <p className={classes['note']}>{staying}</p>}
              </section>
            )}
          </>
        )}
      </Page>
      {open === 'invite' && <InviteDialog opened onClose={close} />}
      {open === 'leave' && <LeaveDialog onClose={close} />}
    </Place>
  );
};
