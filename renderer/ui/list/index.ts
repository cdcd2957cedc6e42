export { towards, useCardDrag } from './card-drag.ts';
export type { CardDrag } from './card-drag.ts';
export { useRowSelection } from './row-selection.ts';
export type { RowSelection, RowSelectionOptions } from './row-selection.ts';
export * from './rows.tsx';
export * from './long-rows.tsx';
