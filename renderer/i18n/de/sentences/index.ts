import { checks } from './checks.ts';
import { commands } from './commands.ts';
import { entries } from './entries.ts';
import { files } from './files.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { peopleImport } from './people-import.ts';
import { profile } from './profile.ts';
import { rules } from './rules.ts';
import { templates } from './templates.ts';
import { undo } from './undo.ts';
import { words } from './words.ts';
import type { Sentences } from '../../sentences/sayer.ts';

/** What the engine says, in German. */
export const sentences: Sentences = {
  ...checks,
  ...commands,
  ...entries,
  ...files,
  ...machines,
  ...network,
  ...peopleImport,
  ...profile,
  ...rules,
  ...templates,
  ...undo,
  ...words,
};
