export * from './audience.tsx';
export * from './avatar.tsx';
export { initials } from './initials.ts';
export { joinNames } from './join-names.ts';
