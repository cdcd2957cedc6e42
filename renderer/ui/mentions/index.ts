export * from './mention-field.tsx';
export { mentionsIn } from './mentions.ts';
export type { MentionOf, Mentionable } from './mentions.ts';
