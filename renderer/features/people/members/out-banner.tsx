import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo, usePersonName, useQuery, useSession } from '#renderer/state/index.ts';
import { Banner, Button, useTime } from '#renderer/ui/index.ts';
import { AskDialog } from './ask-dialog.tsx';
import classes from './members.module.css';

/** Says plainly that this machine or its person is out of the team, and what can be done from here. */
export const OutBanner = () => {
  const { t } = useText();
  const { date } = useTime();
  const nameOf = usePersonName();
  const go = useGo();
  const team = useSession()?.team?.name ?? '';
  const out = useQuery('membership', {}).data?.out ?? null;
  const forget = useCommand('team.forget');
  const [asking, setAsking] = useState(false);
  if (out === null) return null;
  const said = { team, by: nameOf(out.byId), date: out.at === null ? '' : date(out.at) };
  return (
    <>
      <Banner
        tone="at-risk"
        live
        action={
          <>
            <Button size="xs" onClick={() => go('trust')}>
              {t('members.out.export')}
            </Button>
            {out.how !== 'relay' && (
              <Button size="xs" tone="quiet" onClick={() => setAsking(true)}>
                {t('members.out.again')}
              </Button>
            )}
          </>
        }
      >
        {t(`members.out.${out.how}`, said)}
      </Banner>
      {asking && (
        <AskDialog
          title={t('members.out.overTitle')}
          keep={t('members.out.overKeep')}
          act={t('members.out.overAct')}
          busy={forget.busy}
          error={forget.error?.sentence}
          onClose={() => setAsking(false)}
          onAct={() => {
            void forget.run({}, { quiet: true }).then((result) => {
              if (result.ok) setAsking(false);
            });
          }}
        >
          <p className={classes['text']}>{t('members.out.overSentence', { team })}</p>
        </AskDialog>
      )}
    </>
  );
};
