export * from './conflict-panel.tsx';
export { formOfSides, readOther } from './free-form.ts';
