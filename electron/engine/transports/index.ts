export * from './fetch-object.ts';
export * from './ports.ts';
export * from './relay-client.ts';
export * from './relay-url.ts';
export * from './lan/index.ts';
