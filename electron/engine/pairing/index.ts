export { openAnswer, sealAnswer } from './answer.ts';
export type { PairingAnswer } from './answer.ts';
export { mostBundledKeys, openBundle, sealBundle } from './bundle.ts';
export type { PairingBundle } from './bundle.ts';
export { codeLimits, formatCode, pairedGrants, parseCode } from './code.ts';
export type { PairingCode } from './code.ts';
export type { PairingFault, PairingFaultCode } from './fault.ts';
export { answerId, bundleId, pairingKeys } from './keys.ts';
export type { PairingKeys } from './keys.ts';
