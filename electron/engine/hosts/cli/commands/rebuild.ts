import { exitCodes, type CliCommand } from '../command.ts';
import { profileFlags, withProfile } from '../with-profile.ts';

export const rebuildCommand: CliCommand = {
  name: 'rebuild',
  summary: 'Make every read model and the search index anew from the log.',
  flags: profileFlags,
  run: (terminal, values) =>
    withProfile(
      terminal,
      values,
      (engine) => engine.run('rebuild.run', {}),
      ({ records, ms }) => ({
        lines: [`${records} records rebuilt in ${(ms / 1000).toFixed(1)} s.`],
        code: exitCodes.ok,
      }),
    ),
};
