import { localeOf, useSaid, useText } from '#renderer/i18n/index.ts';
import { Banner, Button } from '#renderer/ui/index.ts';
import classes from '../trust.module.css';
import { RepairAct } from './repair.tsx';
import type { Verify } from './use-verify.ts';

/** What the check found: how much was checked, and every problem by its place. */
export const VerifyOutcome = (props: {
  readonly verify: Verify;
  readonly entries: number;
  /** How much is done, 0 to 100. */
  readonly share: number | null;
}) => {
  const said = useSaid();
  const { t, language } = useText();
  const { verify } = props;
  const number = new Intl.NumberFormat(localeOf(language));
  const dismiss = (
    <Button size="xs" onClick={verify.dismiss}>
      {t('trust.verify.dismiss')}
    </Button>
  );
  if (verify.busy) {
    return (
      <Banner
        live
        action={
          <Button size="xs" onClick={verify.stop}>
            {t('security.verify.stop')}
          </Button>
        }
      >
        {t('trust.verify.running', { entries: number.format(props.entries) })}{' '}
        <span aria-live="off">{t('security.verify.share', { share: props.share ?? 0 })}</span>
      </Banner>
    );
  }
  if (verify.error !== null) {
    return (
      <Banner tone="off-track" live action={dismiss}>
        {verify.error.sentence}
      </Banner>
    );
  }
  if (verify.result === null) return null;
  const { entries, logs, records, problems } = verify.result;
  const counts = { entries: number.format(entries), logs: number.format(logs), records: number.format(records) };
  if (problems.length === 0) {
    return (
      <Banner tone="done" live action={dismiss}>
        {t('trust.verify.fine', counts)}
      </Banner>
    );
  }
  return (
    <Banner
      tone="off-track"
      live
      action={
        <>
          <RepairAct onDone={verify.dismiss} />
          {dismiss}
        </>
      }
    >
      {t('trust.verify.found', { ...counts, count: problems.length })}
      <ul className={classes['problems']}>
        {problems.map((problem, index) => (
          <li key={index}>
            <b>{t(`trust.verify.parts.${problem.part}`)}</b> {said(problem.sentence)}{' '}
            <span className={classes['mono']}>{problem.where}</span>
          </li>
        ))}
      </ul>
    </Banner>
  );
};
