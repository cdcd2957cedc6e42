export { launchStandIn, type StandIn, type StandInOptions } from './launch.ts';
export type { Report } from './control.ts';
