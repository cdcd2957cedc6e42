export * from './form-dialog.tsx';
export * from './submit-form.tsx';
