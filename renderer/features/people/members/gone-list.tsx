import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar, Button, SectionHead, useTime } from '#renderer/ui/index.ts';
import { AgainDialog } from './again-dialog.tsx';
import classes from './members.module.css';

type Gone = QueryResult<'membership'>['gone'][number];

/** Who was removed or left, by whom and when, and the way back. */
export const GoneList = (props: { readonly gone: readonly Gone[]; readonly mayInvite: boolean }) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const [again, setAgain] = useState<string | null>(null);
  if (props.gone.length === 0) return null;
  const words = ({ how, byId, at }: Gone): string => {
    if (how === 'turned-away' || at === null) return t('members.gone.turnedAway');
    return how === 'left'
      ? t('members.gone.left', { when: when(at) })
      : t('members.gone.removed', { by: nameOf(byId), when: when(at) });
  };
  return (
    <section className={classes['section']} aria-labelledby="members-gone">
      <SectionHead id="members-gone" title={t('members.gone.title')} />
      <ul className={classes['rows']} aria-labelledby="members-gone">
        {props.gone.map((one) => {
          const name = nameOf(one.personId);
          return (
            <li key={one.personId} className={classes['row']}>
              <Avatar person={{ id: one.personId, name }} />
              <div className={classes['grow']}>
                <div className={classes['name']}>{name}</div>
                <div className={classes['quiet']}>{words(one)}</div>
              </div>
              {props.mayInvite && (
                <Button
                  size="xs"
                  aria-label={t('members.gone.againOf', { name })}
                  onClick={() => setAgain(one.personId)}
                >
                  {t('members.gone.again')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {again !== null && <AgainDialog personId={again} name={nameOf(again)} onClose={() => setAgain(null)} />}
    </section>
  );
};
