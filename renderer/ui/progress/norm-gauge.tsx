import { classNames } from '../class-names.ts';
import classes from './norm-gauge.module.css';

/**
 * A column that empties downwards while a response norm runs out. Decorative: the words beside it carry the meaning.
 * `left` is the share of working time that is left, 0 to 1; null = no deadline, an empty column.
 */
export const NormGauge = (props: { readonly left: number | null; readonly urgent?: boolean }) => (
  <span className={classes['gauge']} aria-hidden>
    {props.left !== null && (
      <span
        className={classNames(classes['left'], props.urgent === true && classes['urgent'])}
        style={{ blockSize: `${String(Math.round(Math.min(1, Math.max(0, props.left)) * 100))}%` }}
      />
    )}
  </span>
);
