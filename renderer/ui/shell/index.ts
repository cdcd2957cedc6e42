export * from './app-shell.tsx';
export * from './layout.tsx';
export * from './mark.tsx';
