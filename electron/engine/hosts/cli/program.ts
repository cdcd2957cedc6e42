import { parseArgs } from 'node:util';
import { exitCodes, parseOptions, type CliCommand, type Terminal } from './command.ts';
import { backupCommand } from './commands/backup.ts';
import { digestCommand } from './commands/digest.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { demoCommand, relayCommand } from './commands/programs.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { verifyCommand } from './commands/verify.ts';
import { commandHelp, overview } from './help.ts';

export const cliCommands: readonly CliCommand[] = [
  serveCommand,
  relayCommand,
  importCommand,
  digestCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  rebuildCommand,
  demoCommand,
];

const wantsHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h' || arg === 'help';

/**
 * Runs the command that `args` name.
 *
 * @returns the exit code, one of `exitCodes`
 */
export const runProgram = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined || wantsHelp(name)) {
    (name === undefined ? terminal.err : terminal.out)(overview(cliCommands));
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  const command = cliCommands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.err(`There is no command "${name}".\n\n${overview(cliCommands)}`);
    return exitCodes.usage;
  }
  if (command.passesThrough === true) return command.run(terminal, {}, rest);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(commandHelp(command));
    return exitCodes.ok;
  }
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest],
      options: parseOptions(command.flags),
      allowPositionals: command.arguments !== undefined,
      strict: true,
    });
  } catch (thrown) {
    terminal.err(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${commandHelp(command)}`);
    return exitCodes.usage;
  }
  return command.run(terminal, parsed.values, parsed.positionals);
};
