import { createContext, useContext, useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useUi } from '../services.tsx';
import classes from './skeleton.module.css';

/** Most screens open at once; nothing is shown before this many milliseconds. */
export const patienceMs = 300;

/** Why nothing that is waited for can come at present, in a sentence; null while it can. */
export const Standstill = createContext<string | null>(null);

/** Nothing for 300 ms, then still bones: no shimmer. While nothing can come, the sentence that says so. */
export const Skeleton = (props: { readonly rows?: number; readonly withDisc?: boolean }) => {
  const { t } = useText();
  const { timers } = useUi();
  const [late, setLate] = useState(false);
  useEffect(
    () =>
      timers.after(patienceMs, () => {
        setLate(true);
      }),
    [timers],
  );
  const standstill = useContext(Standstill);
  if (!late) return null;
  if (standstill !== null) return <p className={classes['standstill']}>{standstill}</p>;
  const { rows = 3, withDisc = false } = props;
  return (
    <div className={classes['lines']} role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes['line']}>
          {withDisc && <span className={classes['disc']} />}
          <span className={classes['bone']} style={{ inlineSize: `${String(72 - ((row * 17) % 40))}%` }} />
        </div>
      ))}
    </div>
  );
};
