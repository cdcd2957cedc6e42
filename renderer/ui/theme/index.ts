export * from './provider.tsx';
export { theme } from './theme.ts';
