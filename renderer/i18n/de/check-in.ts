import type { Messages } from '../messages.ts';

export const checkIn: Messages = {};
