export { createPairingDesk } from './desk.ts';
export type { PairingDesk } from './desk.ts';
export { cancelJoining, joinAccount } from './join-account.ts';
export { tendDevices } from './keeper.ts';
export { createDeviceNames } from './names.ts';
export { beginPairing, cancelPairing, confirmPairing } from './offer.ts';
export { renameDevice } from './rename.ts';
export { revokeDevice } from './revoke.ts';
export { deviceNameIn, devicesView } from './views.ts';
