export * from './banner.tsx';
export * from './empty-state.tsx';
export * from './skeleton.tsx';
export * from './toast-host.tsx';
export { createToasts } from './toasts.ts';
export type { Toast, Toasts } from './toasts.ts';
