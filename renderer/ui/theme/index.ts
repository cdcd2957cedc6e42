export * from './provider.tsx';
export { theme } from './theme.ts';
export { useWindowLook } from './window-look.ts';
export type { Density } from './window-look.ts';
