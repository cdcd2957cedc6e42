import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { Button, SectionHead, useTime } from '#renderer/ui/index.ts';
import classes from './people.module.css';

type Invitation = QueryResult<'people'>['invitations'][number];

/** Open invitations, each of which can be taken back. */
export const Invitations = (props: { readonly invitations: readonly Invitation[]; readonly mayInvite: boolean }) => {
  const { t } = useText();
  const { date, when } = useTime();
  const nameOf = usePersonName();
  const revoke = useCommand('invitation.revoke');
  const open = props.invitations.filter((invitation) => invitation.state === 'open');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="invitations">
      <SectionHead
        id="invitations"
        title={t('people.invitations.title')}
        note={t('people.invitations.note', { count: open.length })}
      />
      <ul className={classes['invitations']} aria-label={t('people.invitations.list')}>
        {open.map((invitation) => (
          <li key={invitation.id} className={classes['invitation']}>
            <span dir="auto">
              {invitation.name !== '' && <b>{invitation.name} </b>}
              {t('people.invitations.open', {
                name: nameOf(invitation.createdById),
                when: when(invitation.createdAt),
                role: t(`people.roles.${invitation.role}`),
              })}
            </span>
            <span className={classes['end']}>
              {t('people.invitations.expires', { date: date(invitation.expiresAt) })}
            </span>
            {props.mayInvite && (
              <Button
                size="xs"
                tone="danger"
                busy={revoke.busy}
                onClick={() => void revoke.run({ id: invitation.id }, { done: t('people.invitations.revoked') })}
              >
                {t('people.invitations.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
