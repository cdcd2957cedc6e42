export { quickCheck } from './quick-check.ts';
export { projectAgain } from './project-again.ts';
export { rebuildProfile } from './rebuild.ts';
export { verifyUnlessStopped, verifyProfile } from './verify.ts';
