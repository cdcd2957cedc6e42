import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { Avatar, Button, SectionHead, useTime } from '#renderer/ui/index.ts';
import { DeclineDialog } from './member-dialogs.tsx';
import classes from './members.module.css';

/** Newcomers who wait: the number to compare with each, and the two answers. */
export const WaitingList = (props: { readonly waiting: QueryResult<'membership'>['waiting'] }) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const approve = useCommand('invitation.approve');
  const [declining, setDeclining] = useState<string | null>(null);
  if (props.waiting.length === 0) return null;
  return (
    <section className={classes['section']} aria-labelledby="members-waiting">
      <SectionHead id="members-waiting" title={t('members.waiting.title')} />
      <p className={classes['note']}>{t('members.waiting.note')}</p>
      <ul className={classes['rows']} aria-labelledby="members-waiting">
        {props.waiting.map((one) => {
          const name = nameOf(one.personId);
          const said = { name: nameOf(one.invitedById), when: when(one.joinedAt), role: t(`people.roles.${one.role}`) };
          return (
            <li key={one.personId} className={classes['row']}>
              <Avatar person={{ id: one.personId, name }} />
              <div className={classes['grow']}>
                <div className={classes['name']}>{name}</div>
                <div className={classes['quiet']}>
                  {t(one.byHand ? 'members.waiting.joined' : 'members.waiting.byItself', said)}
                </div>
              </div>
              <span className={classes['digits']}>{one.safetyNumber}</span>
              {one.may === null && (
                <>
                  <Button
                    size="xs"
                    tone="quiet"
                    aria-label={t('members.waiting.declineOf', { name })}
                    onClick={() => setDeclining(one.personId)}
                  >
                    {t('members.waiting.decline')}
                  </Button>
                  <Button
                    size="xs"
                    tone="primary"
                    busy={approve.busy}
                    aria-label={t('members.waiting.approveOf', { name })}
                    onClick={() =>
                      void approve.run({ personId: one.personId }, { done: t('members.waiting.approved', { name }) })
                    }
                  >
                    {t('members.waiting.approve')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {declining !== null && (
        <DeclineDialog personId={declining} name={nameOf(declining)} onClose={() => setDeclining(null)} />
      )}
    </section>
  );
};
