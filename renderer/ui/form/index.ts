export * from './form-dialog.tsx';
