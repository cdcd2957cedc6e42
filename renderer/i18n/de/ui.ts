import type { Messages } from '../messages.ts';

export const ui: Messages = {};
