export { createActRegistry } from './acts.ts';
export type { Act, ActRegistry } from './acts.ts';
export { KeyHelp } from './help.tsx';
export { keepKeys } from './keep-keys.ts';
export { listenForKeys } from './listen.ts';
export { createKeyRegistry } from './registry.ts';
export type { KeyBinding, KeyRegistry, KeyScope } from './registry.ts';
export { useKeys } from './use-keys.ts';
export { ActsInSight, useActs } from './use-acts.ts';
