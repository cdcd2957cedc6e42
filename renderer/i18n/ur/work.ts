import type { Messages } from '../messages.ts';

export const work: Messages = {};
