export { projectAgain } from './project-again.ts';
export { rebuildProfile } from './rebuild.ts';
export { verifyProfile } from './verify.ts';
