export { checkPolicy } from './check.ts';
export type { Refusal } from './check.ts';
export { mayWrite } from './may-write.ts';
export type { WriteQuestion } from './may-write.ts';
export { overlayEdits } from './overlay.ts';
export * from './standing.ts';
export { standingOf } from './kinds/objective.ts';
export type { MembersPort, MemberState, OpView, PolicyInput, Signer } from './types.ts';
