import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { RowSelection } from './row-selection.ts';
import classes from './rows.module.css';

export interface RowsProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly selection: RowSelection;
  readonly children: (item: Item, current: boolean) => ReactNode;
  readonly className?: string | undefined;
  readonly rowClassName?: string | undefined;
  /** More for a row's element: what makes it a card that is dragged. */
  readonly rowProps?: ((id: string) => HTMLAttributes<HTMLLIElement>) | undefined;
  /** A click on a row opens it at once; for lists beside their detail. */
  readonly openOnClick?: boolean;
}

/** A list of rows with one current row: hairlines between, the focus ring inside the edge. */
export const Rows = <Item,>(props: RowsProps<Item>) => {
  const { selection, openOnClick = false } = props;
  const first = props.items[0];
  const tabStop = selection.currentId ?? (first === undefined ? null : props.idOf(first));
  return (
    <ul className={classNames(classes['rows'], props.className)} aria-label={props.label}>
      {props.items.map((item) => {
        const id = props.idOf(item);
        const current = id === selection.currentId;
        return (
          <li
            {...props.rowProps?.(id)}
            key={id}
            ref={(element) => {
              selection.register(id, element);
            }}
            className={classNames(classes['row'], current && classes['current'], props.rowClassName)}
            tabIndex={id === tabStop ? 0 : -1}
            aria-current={current}
            onFocus={() => {
              if (!current) selection.setCurrent(id);
            }}
            onClick={() => {
              selection.setCurrent(id);
              if (openOnClick) selection.open(id);
            }}
            onDoubleClick={() => {
              selection.open(id);
            }}
          >
            {props.children(item, current)}
          </li>
        );
      })}
    </ul>
  );
};
