export { towards, useCardDrag } from './card-drag.ts';
export type { CardDrag } from './card-drag.ts';
export { useRowSelection } from './row-selection.ts';
export type { RowSelection, RowSelectionOptions } from './row-selection.ts';
export * from './rows.tsx';
export { DrawnList } from './drawn-list.tsx';
export type { DrawnListProps } from './drawn-list.tsx';
export { useDrawn } from './use-drawn.ts';
export type { Drawn, DrawnRow } from './use-drawn.ts';
