export { inverseOf } from './inverse.ts';
export type { UndoQuestion } from './inverse.ts';
export type { PastChange, PastEntry } from './past.ts';
