import type { Messages } from '../messages.ts';

export const devices: Messages = {};
