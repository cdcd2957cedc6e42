import type { Target } from '../target.ts';
import { atRestTargets } from './at-rest.ts';
import { besideTargets } from './beside.ts';
import { changeTargets } from './change.ts';
import { conversationTargets } from './conversation.ts';
import { deviceTargets } from './devices.ts';
import { entryTargets } from './entry.ts';
import { importTargets } from './imports.ts';
import { invitationTargets } from './invitation.ts';
import { membershipTargets } from './membership.ts';
import { ownDeviceTargets } from './own-devices.ts';
import { protocolTargets } from './protocol.ts';
import { taskTargets } from './tasks.ts';
import { wireTargets } from './wire.ts';

/** Every parser of bytes that come from elsewhere: the network, a file, a clipboard, another process. */
export const targets: readonly Target[] = [
  ...wireTargets,
  ...besideTargets,
  ...entryTargets,
  ...membershipTargets,
  ...invitationTargets,
  ...deviceTargets,
  ...ownDeviceTargets,
  ...atRestTargets,
  ...changeTargets,
  ...conversationTargets,
  ...importTargets,
  ...taskTargets,
  ...protocolTargets,
];
