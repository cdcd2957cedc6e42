import type { Ledger } from '#engine/ledger/index.ts';
import { stateOf } from './team.ts';

/** What a ledger says, whichever branch it heard first: verdicts, records, read models, members. */
export const saysOf = (ledger: Ledger): readonly string[] => {
  const [models, entries, , records] = JSON.parse(stateOf(ledger)) as [
    Record<string, object[]>,
    object[],
    null,
    object[],
  ];
  const { people, devices } = ledger.graph.now();
  const lines = [
    ...Object.entries(models).flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`)),
    ...entries.map((row) => `entry ${JSON.stringify(row)}`),
    ...records.map((row) => `record ${JSON.stringify(row)}`),
    ...[...devices.values()].map((one) => `device ${one.deviceId} ${one.state}`),
    ...[...people.values()].map((one) => `person ${one.personId} ${one.state} ${one.role}`),
  ];
  return lines.sort();
};
