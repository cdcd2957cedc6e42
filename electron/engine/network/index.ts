export { createNetwork } from './network.ts';
export type { Network, NetworkDeps } from './network.ts';
