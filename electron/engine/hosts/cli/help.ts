import type { CliCommand } from './command.ts';

const indent = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** The help of the whole program. */
export const overview = (commands: readonly CliCommand[]): string =>
  [
    'Usage: npm run meridian -- COMMAND [options]',
    '',
    ...indent(commands.map((command) => [command.name, command.summary] as const)),
    '',
    'COMMAND --help tells more about each.',
    'Exit codes: 0 done, 1 done and something is wrong with the data, 2 called wrongly, 3 not possible.',
  ].join('\n');

/** The help of one command. */
export const commandHelp = (command: CliCommand): string =>
  [
    `Usage: npm run meridian -- ${[command.name, '[options]', ...(command.arguments === undefined ? [] : [command.arguments])].join(' ')}`,
    '',
    command.summary,
    '',
    ...indent([
      ...Object.entries(command.flags).map(
        ([name, flag]) => [`--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.help] as const,
      ),
      ['--help', 'show this'] as const,
    ]),
  ].join('\n');
