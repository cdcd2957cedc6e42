import { resolve } from 'node:path';
import { exitCodes, type CliCommand } from '../command.ts';
import { profileFlags, withProfile } from '../with-profile.ts';

export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'Write everything in the profile to a folder of Markdown, CSV and JSON.',
  arguments: '[DIR]',
  flags: profileFlags,
  run: async (terminal, values, positionals) => {
    const [directory, ...more] = positionals;
    if (more.length > 0) {
      terminal.err('Name one folder to export to.');
      return exitCodes.usage;
    }
    return withProfile(
      terminal,
      values,
      (engine) =>
        engine.run('export.write', directory === undefined ? {} : { directory: resolve(terminal.cwd, directory) }),
      ({ directory: written, files, records }) => ({
        lines: [`${records} records in ${files} files written to ${written}`],
        code: exitCodes.ok,
      }),
    );
  },
};
