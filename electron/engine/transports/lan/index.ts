export * from './address.ts';
export type { Admits, TransportKeys } from './connect.ts';
export * from './discovery.ts';
export * from './lan.ts';
export * from './mdns.ts';
export type { LanPeer } from './peers.ts';
export { transportKeys } from './transport-keys.ts';
