import { exitCodes, type CliCommand } from '../command.ts';
import { profileFlags, withProfile } from '../with-profile.ts';

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'Check every chain, signature, hash, document and read model, and name what is wrong.',
  flags: profileFlags,
  run: (terminal, values) =>
    withProfile(
      terminal,
      values,
      (engine) => engine.run('verify.run', {}),
      ({ entries, logs, records, ms, problems }) => {
        const checked = `${entries} entries in ${logs} logs and ${records} records checked in ${(ms / 1000).toFixed(1)} s`;
        if (problems.length === 0) return { lines: [`${checked}: all is well.`], code: exitCodes.ok };
        return {
          lines: [
            `${checked}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`,
            ...problems.map((problem) => `  ${problem.part} ${problem.where}: ${problem.sentence}`),
          ],
          code: exitCodes.problems,
        };
      },
    ),
};
