export { connectMeridian, tryConnect, type MeridianAddress } from './connect.ts';
export { nodeProof } from './proof.ts';
export { socketPort } from './socket-port.ts';
export { until } from './until.ts';
