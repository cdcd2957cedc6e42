export { quickCheck } from './quick-check.ts';
export { repairProfile } from './repair.ts';
export { placeOf } from './sound-row.ts';
export { projectAgain } from './project-again.ts';
export { rebuildProfile } from './rebuild.ts';
export { verifyUnlessStopped, verifyProfile } from './verify.ts';
