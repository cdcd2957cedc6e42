const ending = '.meridian-backup';

/** Letters and digits of a name, for a file that can lie on any disk. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'team';

/**
 * `<team>-<tag>-<date>-<time>.meridian-backup`, in UTC, so that names sort by age. The tag tells this person's files from
 * those of others in the same folder.
 *
 * @param tag eight characters of the person's and team's id
 */
export const backupName = (teamName: string, tag: string, at: number): string =>
  `${plain(teamName)}-${tag}-${new Date(at).toISOString().slice(0, 19).replace('T', '-').replace(/:/g, '')}${ending}`;

const pattern = /-([a-z0-9]{8})-(\d{4}-\d{2}-\d{2}-\d{6})\.meridian-backup$/;

/**
 * Which files of a folder are this person's backups beyond the newest `keep`. Other files are none of our business. The
 * one just written is the newest, whatever names say: those that claim a later time are of a clock that was ahead once,
 * count as the oldest, and would otherwise be kept in place of every backup until that time comes.
 */
export const outdated = (files: readonly string[], tag: string, keep: number, written: string): readonly string[] => {
  const now = pattern.exec(written)?.[2] ?? '';
  const byAge = files
    .flatMap((name) => {
      const match = pattern.exec(name);
      return match?.[1] === tag && match[2] !== undefined && name !== written
        ? [{ name, time: match[2], ahead: match[2] > now }]
        : [];
    })
    .sort((a, b) => Number(a.ahead) - Number(b.ahead) || (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  return byAge.slice(Math.max(0, keep - 1)).map(({ name }) => name);
};
