import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import classes from './layout.module.css';

export interface PlaceProps {
  readonly title: string;
  /** One line of context beside the title. */
  readonly context?: ReactNode;
  /** Switches beside the title, such as Tree, List, Board. */
  readonly switches?: ReactNode;
  /** At most two. */
  readonly actions?: ReactNode;
  /** The body holds words only: it takes the focus itself, so that keys can scroll it. */
  readonly prose?: boolean;
  readonly children: ReactNode;
}

/** A place: header of 52 px and a body that scrolls. Every place is one of these. */
export const Place = (props: PlaceProps) => (
  <div className={classes['main']}>
    <header className={classes['head']}>
      <h1>{props.title}</h1>
      {props.switches}
      {props.context !== undefined && <span className={classes['context']}>{props.context}</span>}
      {props.actions !== undefined && <div className={classes['actions']}>{props.actions}</div>}
    </header>
    <div
      className={classes['body']}
      {...(props.prose === true ? { tabIndex: 0, role: 'region', 'aria-label': props.title } : {})}
    >
      {props.children}
    </div>
  </div>
);

/** Content up to 1152 px, centred, with an optional rail of 296 that moves under when the window is narrow. */
export const Page = (props: {
  readonly children: ReactNode;
  readonly rail?: ReactNode;
  readonly railLabel?: string;
}) => (
  <div className={classNames(classes['page'], props.rail !== undefined && classes['withRail'])}>
    <div>{props.children}</div>
    {props.rail !== undefined && (
      <aside className={classes['rail']} aria-label={props.railLabel}>
        {props.rail}
      </aside>
    )}
  </div>
);

/** List and detail with one hairline between; `columns` is a grid template, list first. */
export const Split = (props: { readonly columns: string; readonly children: ReactNode }) => (
  <div className={classes['split']} style={{ gridTemplateColumns: props.columns }}>
    {props.children}
  </div>
);

/** One centred column, 480 to 528 px. */
export const Focus = (props: { readonly children: ReactNode }) => (
  <div className={classes['focus']}>
    <div>{props.children}</div>
  </div>
);

export interface SectionHeadProps {
  readonly title: string;
  /** A quiet sentence beside it. */
  readonly note?: ReactNode;
  readonly end?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
}

export const SectionHead = (props: SectionHeadProps) => {
  const Tag = props.level === 3 ? 'h3' : 'h2';
  return (
    <div className={classes['section']}>
      <Tag id={props.id} dir="auto">
        {props.title}
      </Tag>
      {props.note !== undefined && <span className={classes['quiet']}>{props.note}</span>}
      {props.end !== undefined && <span className={classes['end']}>{props.end}</span>}
    </div>
  );
};
