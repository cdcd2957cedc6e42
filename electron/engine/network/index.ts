export { haveId, openHave, sealHave } from './have.ts';
export type { Have } from './have.ts';
export { createNetwork } from './network.ts';
export type { Network, NetworkDeps } from './network.ts';
