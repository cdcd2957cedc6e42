export { teamDigestQuery } from './digest.ts';
export { waitsQuery } from './waits.ts';
