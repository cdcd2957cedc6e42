export * from './conflict-panel.tsx';
export { formOfSides, readOther } from './free-form.ts';
export type { FieldValue } from './free-form.ts';
