export * from './cbor.ts';
export * from './fields.ts';
export * from './hashing.ts';
export * from './header.ts';
