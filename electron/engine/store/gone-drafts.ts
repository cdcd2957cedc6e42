/** Ended drafts are remembered this long, for devices that were away: then their copy stays. */
const keptMs = 60 * 86_400_000;
const most = 500;

/**
 * When drafts ended, so that an older copy from another device of the same person does not bring them back. Kept as one
 * small value: `read` and `write` are its place in the profile.
 */
export const createGoneDrafts = (read: () => string | undefined, write: (value: string) => void) => {
  const all = (): [string, number][] => {
    const stored: unknown = JSON.parse(read() ?? '{}');
    const rows = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return rows.filter((row): row is [string, number] => typeof row[1] === 'number');
  };
  const keep = (rows: readonly [string, number][]): void => {
    const newest = [...rows].sort(([, a], [, b]) => b - a).slice(0, most);
    const latest = newest[0]?.[1] ?? 0;
    write(JSON.stringify(Object.fromEntries(newest.filter(([, at]) => at > latest - keptMs))));
  };
  return {
    all,
    at: (key: string): number => all().find(([held]) => held === key)?.[1] ?? 0,
    note: (key: string, at: number): void => keep([...all().filter(([held]) => held !== key), [key, at]]),
    forget: (key: string): void => {
      const rows = all();
      if (rows.some(([held]) => held === key)) keep(rows.filter(([held]) => held !== key));
    },
  };
};
