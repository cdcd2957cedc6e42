import { useText } from '#renderer/i18n/index.ts';
import { classNames } from '../class-names.ts';
import classes from './progress-bar.module.css';

export interface ProgressBarProps {
  /** 0 to 1, or null when it is not computed (the reason stands beside the bar, in words). */
  readonly progress: number | null;
  /** Where the cycle is, 0 to 1; null or absent for goals without a pace. */
  readonly expected?: number | null | undefined;
  /** Where the owner expects to end, 0 to 1. */
  readonly projected?: number | null | undefined;
}

const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100);

/** Progress, never status: always plum-grey, with the expected mark and the owner's projection hatched behind it. */
export const ProgressBar = (props: ProgressBarProps) => {
  const { t } = useText();
  const { progress, expected = null, projected = null } = props;
  if (progress === null) {
    return (
      <span className={classNames(classes['bar'], classes['none'])} role="img" aria-label={t('ui.progress.none')} />
    );
  }
  const done = percent(progress);
  const parts = [t('ui.progress.done', { percent: done })];
  if (expected !== null) parts.push(t('ui.progress.expected', { percent: percent(expected) }));
  if (projected !== null) parts.push(t('ui.progress.projected', { percent: percent(projected) }));
  const ahead = projected === null ? 0 : percent(projected) - done;
  return (
    <span className={classes['bar']} role="img" aria-label={parts.join(t('ui.list.comma'))}>
      <span className={classes['fill']} style={{ inlineSize: `${String(done)}%` }} />
      {ahead > 0 && (
        <span
          className={classes['projection']}
          style={{ insetInlineStart: `${String(done)}%`, inlineSize: `${String(ahead)}%` }}
        />
      )}
      {expected !== null && (
        <span className={classes['expected']} style={{ insetInlineStart: `${String(percent(expected))}%` }} />
      )}
    </span>
  );
};
