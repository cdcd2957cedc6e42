import { openEntry } from '#engine/ledger/index.ts';
import type { Member, TeamDeps } from '#engine/sample/team.ts';
import { twinOf } from '#test/unit/ledger/team.ts';

/** What a machine says of itself in the last entry it wrote for the team. */
const writerOf = ({ ledger }: Member): Uint8Array | undefined => {
  const log = ledger.entries.log(ledger.logKeys.of(ledger.space.team).publicKey);
  const row = log === undefined ? undefined : ledger.entries.at(log.log, log.head_seq);
  return row?.body == null ? undefined : openEntry(row, ledger).opened?.body.writerId;
};

/**
 * A copy of somebody's machine, that goes on by itself. With `alike` it says of itself what the machine it was made of
 * says, as only a changed program does: then two of their changes can exclude each other (SPEC S35).
 */
export const copyOf = (of: Member, deps: TeamDeps, alike: boolean): Member => {
  let writer = alike ? writerOf(of) : undefined;
  const bytes = (length: number): Uint8Array => {
    const drawn = writer ?? deps.random.bytes(length);
    writer = undefined;
    return drawn;
  };
  const ledger = twinOf(of, { ...deps, random: { bytes } });
  return { key: `${of.key}*`, ledger, secrets: () => ledger.secrets() };
};
