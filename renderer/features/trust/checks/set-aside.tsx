import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { Button, Dialog, ForkIcon, SetAsideIcon, useTime } from '#renderer/ui/index.ts';
import { Fact } from '../list.tsx';
import classes from '../trust.module.css';

type Trust = QueryResult<'trust'>;

/** Entries that are kept but not applied, each with its reason; and logs that two histories claim. */
export const SetAside = (props: { readonly setAside: Trust['setAside']; readonly forks: Trust['forks'] }) => {
  const said = useSaid();
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const [shown, setShown] = useState(false);
  const { setAside, forks } = props;
  const admit = useCommand('member.extendCut');
  const first = setAside[0];
  return (
    <>
      <Fact
        icon={SetAsideIcon}
        title={t('trust.setAside.title', { count: setAside.length })}
        detail={first === undefined ? t('trust.setAside.none') : said(first.reason)}
        end={
          first === undefined ? undefined : (
            <Button size="xs" onClick={() => setShown(true)}>
              {t('trust.setAside.show')}
            </Button>
          )
        }
      />
      {forks.map((fork) => (
        <Fact
          key={fork.logId}
          icon={ForkIcon}
          title={t('trust.setAside.fork', { name: nameOf(fork.personId) })}
          detail={said(fork.sentence)}
        />
      ))}
      {shown && (
        <Dialog opened onClose={() => setShown(false)} title={t('trust.setAside.dialog')} size={600}>
          <p className={classes['text']}>{t('trust.setAside.sentence')}</p>
          <ul className={classes['entries']}>
            {setAside.map((entry) => (
              <li key={entry.entryId}>
                <b>{t(`trust.setAside.states.${entry.state}`)}</b>
                <span>{said(entry.reason)}</span>
                {entry.kept !== null && (
                  <span>
                    {t('trust.setAside.kept')}
                    <q className={classes['kept']}>{entry.kept}</q>
                  </span>
                )}
                <span className={classes['quiet']}>
                  {t('trust.setAside.by', { name: nameOf(entry.byId), when: when(entry.at) })}{' '}
                  <span className={classes['mono']}>{entry.entryId.slice(0, 8)}</span>
                </span>
                {entry.mayAdmit && entry.byId !== null && (
                  <span className={classes['admit']}>
                    {t('trust.setAside.admitSentence', { name: nameOf(entry.byId) })}
                    <Button
                      size="xs"
                      busy={admit.busy}
                      onClick={() =>
                        void admit.run(
                          { personId: entry.byId ?? undefined },
                          { done: t('trust.setAside.admitted', { name: nameOf(entry.byId) }) },
                        )
                      }
                    >
                      {t('trust.setAside.admit')}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
};
