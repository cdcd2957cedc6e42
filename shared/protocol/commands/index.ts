import type { z } from 'zod';
import { deviceCommands } from './devices.ts';
import { erasureCommands } from './erasure.ts';
import { exchangeCommands } from './exchange.ts';
import { memberCommands } from './members.ts';
import { peopleCommands } from './people.ts';
import { peopleImportCommands } from './people-import.ts';
import { recordCommands } from './records.ts';
import { profileCommands } from './profile.ts';
import { networkCommands } from './network.ts';
import { importCommands } from './imports.ts';
import { checkInCommands } from './check-ins.ts';
import { goalCommands } from './goals.ts';
import { teamCommands } from './team.ts';
import { recoveryCommands } from './recovery.ts';
import { reminderCommands } from './reminders.ts';
import { requestCommands } from './requests.ts';
import { securityCommands } from './security.ts';
import { templateCommands } from './templates.ts';
import { undoCommands } from './undo.ts';
import { workCommands } from './work.ts';

export type { ImportRole, ImportRow } from './imports.ts';
export { importRole } from './imports.ts';
export type { ImportPreset, InvitationLink, PeopleRole, PersonImportRow } from './people-import.ts';
export { importPreset, peopleRole } from './people-import.ts';
export type { VerifyProblem } from './profile.ts';

/**
 * Every command: request and result. Expected failures are `ProtocolError` values; a success is returned
 * only after the commit is durable. `base` are the heads of the record as the author saw it.
 */
export const commands = {
  ...recordCommands,
  ...profileCommands,
  ...networkCommands,
  ...importCommands,
  ...checkInCommands,
  ...goalCommands,
  ...teamCommands,
  ...memberCommands,
  ...deviceCommands,
  ...recoveryCommands,
  ...erasureCommands,
  ...securityCommands,
  ...workCommands,
  ...peopleCommands,
  ...requestCommands,
  ...exchangeCommands,
  ...peopleImportCommands,
  ...undoCommands,
  ...reminderCommands,
  ...templateCommands,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
/** What a caller passes: defaults may be left out. */
export type CommandParams<N extends CommandName> = z.input<Commands[N]['params']>;
/** What a handler receives: defaults filled in. */
export type CommandRequest<N extends CommandName> = z.output<Commands[N]['params']>;
export type CommandResult<N extends CommandName> = z.output<Commands[N]['result']>;
