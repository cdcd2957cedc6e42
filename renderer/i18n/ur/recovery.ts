import type { Messages } from '../messages.ts';

export const recovery: Messages = {};
