export * from './boxing.ts';
export * from './cipher.ts';
export * from './derive.ts';
export * from './hash.ts';
export * from './map-key.ts';
export * from './passphrase.ts';
export * from './random.ts';
export * from './signing.ts';
