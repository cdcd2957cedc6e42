export { decodeAct, encodeAct } from './act-codec.ts';
export { recoveryLabel, roles } from './acts.ts';
export type * from './acts.ts';
export { createMembers, resolve } from './members.ts';
export type { MembersGraph, Writer } from './members.ts';
export {
  buildCreate,
  buildDeviceAdd,
  buildJoin,
  cosign,
  devicePublic,
  deviceSignatureHolds,
  introducedId,
  signDevice,
} from './proofs.ts';
export type { Refusal, RefusalCode } from './state.ts';
export type {
  Member,
  MemberDevice,
  MemberInvitation,
  MemberReduction,
  MemberRotation,
  Members,
  PendingJoin,
} from './view.ts';
export type { Succession } from './successions.ts';
