export type { StewardDeps } from './deps.ts';
export { deletePackage, teamKeys } from './packages.ts';
export { rotateFor } from './rotating.ts';
export { createSteward } from './steward.ts';
export type { Steward } from './steward.ts';
