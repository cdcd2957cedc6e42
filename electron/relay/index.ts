export * from './limits.ts';
export * from './options.ts';
export * from './relay.ts';
export * from './serve.ts';
export * from './start.ts';
export * from './store/index.ts';
