/** One person in the reporting lines: how deep, and whom they stand under. */
export interface ReportingLine<P> {
  readonly person: P;
  readonly depth: number;
}

interface Reporting {
  readonly id: string;
  readonly managerId: string | null;
}

/**
 * People as the tree of who reports to whom, depth first in the order given. Everybody stands there exactly once: who
 * reports to nobody, to themselves or to somebody not in the list begins a line, and a circle of managers (two admins
 * may have made one apart) begins with its first in the order given.
 */
export const reportingLines = <P extends Reporting>(people: readonly P[]): readonly ReportingLine<P>[] => {
  const known = new Set(people.map((person) => person.id));
  const reports = Map.groupBy(people, (person) => person.managerId ?? '');
  const lines: ReportingLine<P>[] = [];
  const seen = new Set<string>();
  const walk = (from: P): void => {
    // A stack of our own: a line of managers may be as long as the team.
    const stack: ReportingLine<P>[] = [{ person: from, depth: 0 }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { person, depth } = next;
      if (seen.has(person.id)) continue;
      seen.add(person.id);
      lines.push(next);
      for (const report of (reports.get(person.id) ?? []).toReversed())
        stack.push({ person: report, depth: depth + 1 });
    }
  };
  for (const person of people) {
    const { managerId } = person;
    if (managerId === null || managerId === person.id || !known.has(managerId)) walk(person);
  }
  for (const person of people) walk(person);
  return lines;
};
