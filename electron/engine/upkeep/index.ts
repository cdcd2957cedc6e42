export { rebuildProfile } from './rebuild.ts';
export { verifyProfile } from './verify.ts';
