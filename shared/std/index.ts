export * from './bytes.ts';
export * from './csv-text.ts';
export * from './default-profile.ts';
export * from './minutes.ts';
export * from './ports.ts';
export * from './result.ts';
