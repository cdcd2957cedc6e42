import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo, useQuery } from '#renderer/state/index.ts';
import { Button, Card, RecoveryIcon } from '#renderer/ui/index.ts';
import classes from './recovery-cards.module.css';
import { RestoredCard } from './restored-card.tsx';

/** The offer of day one. It goes when it is taken or put away, and never comes back by itself. */
const OfferCard = () => {
  const { t } = useText();
  const go = useGo();
  const dismiss = useCommand('recovery.dismiss');
  return (
    <Card className={classes['card']} label={t('recovery.card.offer.title')}>
      <RecoveryIcon size={20} stroke={1.75} aria-hidden />
      <div className={classes['grow']}>
        <div className={classes['title']}>{t('recovery.card.offer.title')}</div>
        <p className={classes['text']}>{t('recovery.card.offer.sentence')}</p>
        <div className={classes['acts']}>
          <Button size="xs" onClick={() => go('trust')}>
            {t('recovery.card.offer.act')}
          </Button>
          <Button size="xs" tone="quiet" busy={dismiss.busy} onClick={() => void dismiss.run({ card: 'offer' })}>
            {t('recovery.card.offer.later')}
          </Button>
        </div>
      </div>
    </Card>
  );
};

/** What recovery has to say today: the offer of a phrase, or what is left to do after a restore. */
export const RecoveryCards = () => {
  const { data } = useQuery('recovery', {});
  if (data === undefined) return null;
  if (data.restored !== null) return <RestoredCard restored={data.restored} />;
  return data.offer ? <OfferCard /> : null;
};
