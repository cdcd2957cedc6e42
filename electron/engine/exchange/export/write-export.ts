import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure } from '#shared/protocol/index.ts';
import type { CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Clock, Result } from '#shared/std/index.ts';
import { collect, type ExportData } from './collect.ts';
import { exportFiles } from './files.ts';
import type { ExportSource } from './source.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong with the disk, as somebody can act on it; undefined for what is no such fault. */
const diskFault = (error: unknown, directory: string): ProtocolError | undefined => {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failure(
        'disk-full',
        'The disk is full. Free some space, or choose another folder, and export again.',
        'directory',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure(
        'not-allowed',
        `This folder may not be written to: ${directory}. Choose another one.`,
        'directory',
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return failure(
        'invalid',
        `There is a file where the folder should be: ${directory}. Choose another one.`,
        'directory',
      );
    case 'ENAMETOOLONG':
    case 'EINVAL':
    case 'ENOENT':
      return failure('invalid', `This folder cannot be made: ${directory}. Choose another one.`, 'directory');
    default:
      return undefined;
  }
};

const isEmpty = async (directory: string): Promise<boolean> => {
  try {
    return (await readdir(directory)).length === 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
};

/** The folder itself where it is new or empty, else a new one inside it: an export never mixes with other files. */
const freshFolder = async (directory: string, now: number): Promise<string> => {
  if (await isEmpty(directory)) return directory;
  const base = join(directory, `meridian-export-${new Date(now).toISOString().slice(0, 10)}`);
  let folder = base;
  for (let nth = 2; !(await isEmpty(folder)); nth++) folder = `${base}-${nth}`;
  return folder;
};

/**
 * Writes everything this profile may read, or what `narrow` leaves of it, as Markdown, CSV and JSON below `directory` (absolute), readable by this
 * user alone. Says where it went, for an existing folder with files gets a new one inside.
 */
export const writeExport = async (
  source: ExportSource,
  directory: string,
  { clock, narrow = (all) => all }: { readonly clock: Clock; readonly narrow?: (all: ExportData) => ExportData },
): Promise<Result<CommandResult<'export.write'>, ProtocolError>> => {
  const all = await collect(source);
  if (!all.ok) return all;
  const now = clock.now();
  const data = narrow(all.value);
  const files = exportFiles(data, now);
  try {
    const folder = await freshFolder(directory, now);
    for (const { path, text } of files) {
      const file = join(folder, ...path.split('/'));
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, text, { mode: 0o600 });
    }
    return ok({ directory: folder, files: files.length, records: data.records.length });
  } catch (error) {
    const fault = diskFault(error, directory);
    if (fault === undefined) throw error;
    return err(fault);
  }
};
