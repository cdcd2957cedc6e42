import classes from './detail.module.css';

export interface Stat {
  readonly label: string;
  /** Small word before the number, such as the code of a currency. */
  readonly before?: string;
  readonly value: string;
  readonly after?: string;
  /** The one that is a fact rather than a plan. */
  readonly strong?: boolean;
}

/** Up to four numbers in a row between two hairlines. */
export const Stats = (props: { readonly stats: readonly Stat[] }) => (
  <dl className={classes['stats']}>
    {props.stats.map((stat) => (
      <div key={stat.label}>
        <dt>{stat.label}</dt>
        <dd className={stat.strong === true ? undefined : classes['second']}>
          {stat.before !== undefined && stat.before !== '' && <small>{stat.before} </small>}
          {stat.value}
          {stat.after !== undefined && stat.after !== '' && <small> {stat.after}</small>}
        </dd>
      </div>
    ))}
  </dl>
);
