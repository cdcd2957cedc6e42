export { looksLikePeople } from './mapping.ts';
export { preparePeople } from './prepare.ts';
export type { PreparedPeople } from './prepare.ts';
export type { PeoplePlan } from './plan.ts';
export type { KnownInvitation, KnownPerson, PeoplePlanContext } from './types.ts';
