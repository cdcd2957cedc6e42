import type { NeedsMe } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useAudience, usePersonName } from '#renderer/state/index.ts';
import { AudienceTag, Avatar, Button, NormGauge, capital, classNames, useTime } from '#renderer/ui/index.ts';
import { needIcons } from './kinds.ts';
import classes from './today.module.css';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long is left, in words: hours today, the day after that, or since when it has been quiet. */
const Due = (props: { readonly need: NeedsMe }) => {
  const { t } = useText();
  const { now, clock, dayName, shortDay, duration } = useTime();
  const { norm, at } = props.need;
  if (norm === null) {
    const days = at === null ? 0 : Math.floor((now - at) / dayMs);
    return (
      <div className={classes['due']}>
        <b>{t('today.needs.noDeadline')}</b>
        <span className={classes['small']}>
          {days > 0 ? t('today.needs.quiet', { count: days }) : t('today.needs.anyTime')}
        </span>
      </div>
    );
  }
  const out = norm.leftMs <= 0;
  const today = norm.dueAt - now < dayMs && dayName(norm.dueAt) === t('ui.time.today');
  const head = out
    ? t('today.needs.out')
    : today && norm.leftMs < 8 * hourMs
      ? t('today.needs.left', { duration: duration(norm.leftMs) })
      : capital(dayName(norm.dueAt));
  const time = out && !today ? `${shortDay(norm.dueAt)} ${clock(norm.dueAt)}` : clock(norm.dueAt);
  const by = out ? t('today.needs.bySince', { time }) : t('today.needs.by', { time });
  return (
    <div className={classes['due']}>
      <b className={classNames(norm.urgent && classes['strong'])}>{head}</b>
      <span className={classes['small']}>{norm.urgent ? t('today.needs.urgent', { by }) : by}</span>
    </div>
  );
};

/** What people wrote is shown as it is; what the engine says of it, in the window's language. */
const useNeedWords = (need: NeedsMe): { readonly title: string; readonly detail: string; readonly quote?: string } => {
  const { t } = useText();
  const said = useSaid();
  const { dayName } = useTime();
  const { kind, title, detail, at } = need;
  switch (kind) {
    case 'stale-goal':
      return { title, detail: at === null ? said(detail) : t('today.needs.noUpdate', { day: dayName(at) }) };
    case 'check-in':
    case 'acknowledge':
      return { title: said(title), detail: said(detail) };
    case 'conflict':
      return { title, detail: said(detail) };
    case 'comment':
    case 'mention':
      return { title: said(title), detail: '', quote: detail };
    default:
      return { title, detail };
  }
};

export interface NeedRowProps {
  readonly need: NeedsMe;
  readonly current: boolean;
  readonly busy: boolean;
  readonly onAct: () => void;
}

/** One thing that needs me: time, what, from whom, who can read it, and the act. */
export const NeedRow = (props: NeedRowProps) => {
  const { t } = useText();
  const { need, current } = props;
  const { when } = useTime();
  const nameOf = usePersonName();
  const audienceOf = useAudience();
  const Shape = needIcons[need.kind];
  const { title, detail, quote } = useNeedWords(need);
  const name = need.fromId === null ? '' : (nameOf(need.fromId).split(/\s+/u)[0] ?? '');
  return (
    <>
      <NormGauge
        left={need.norm === null ? null : need.norm.leftMs / Math.max(1, need.norm.totalMs)}
        urgent={need.norm?.urgent === true}
      />
      <Due need={need} />
      <span className={classes['icon']}>
        <Shape size={18} stroke={1.75} aria-hidden />
      </span>
      <div>
        <div className={classes['title']}>{t(`today.needs.titles.${need.kind}`, { name, title })}</div>
        {quote !== undefined && (
          <div className={classes['quote']} dir="auto">
            {quote}
          </div>
        )}
        <div className={classes['meta']}>
          {need.fromId !== null && (
            <span>
              <Avatar person={{ id: need.fromId, name: nameOf(need.fromId) }} size="sm" />
              {need.at === null ? nameOf(need.fromId) : t('ui.list.pair', { first: name, second: when(need.at) })}
            </span>
          )}
          {detail !== '' && <span dir="auto">{detail}</span>}
          {need.audience !== null && (
            <span>
              <AudienceTag {...audienceOf(need.audience)} />
            </span>
          )}
        </div>
      </div>
      <Button
        size="xs"
        tone={current ? 'primary' : 'default'}
        keys={current ? (need.kind === 'acknowledge' ? 'a' : 'enter') : undefined}
        busy={props.busy}
        onClick={props.onAct}
      >
        {t(`today.needs.acts.${need.kind}`)}
      </Button>
    </>
  );
};
