import { expectOk, fromText, toText, type Clock, type Random } from '#shared/std/index.ts';
import { decodeHeader, encodeWireEntry, type ReceivedEntry } from '#shared/sync/index.ts';
import type { CommandParams, CommandResult } from '#shared/protocol/index.ts';
import { parseCommand } from '#shared/protocol/index.ts';
import type { RecordCommand } from '#shared/domain/index.ts';
import { resultOf, runRecordCommand } from '../api/index.ts';
import { createInvitation, joinAct, newcomerGrants, parseLink } from '../invitation/index.ts';
import { deviceKeys } from '../keys/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import { createLedger, type Ledger } from '../ledger/index.ts';
import type { WrittenAct } from '../members/index.ts';
import type { Db } from '../store/index.ts';

export interface Member {
  readonly key: string;
  readonly ledger: Ledger;
  readonly secrets: () => ProfileSecrets;
}

export interface TeamDeps {
  readonly clock: Clock;
  readonly random: Random;
}

/** A ledger for a person of the sample team, over a store of its own. */
export const openMember = (key: string, db: Db, secrets: ProfileSecrets, { clock, random }: TeamDeps): Member => {
  const ledger = createLedger({ db, secrets, saveSecrets: () => undefined, clock, random });
  return { key, ledger, secrets: () => ledger.secrets() };
};

/** Runs a command on records as this person, with the rules and signatures that every command has. */
export const say = <N extends RecordCommand>(
  { ledger }: Member,
  name: N,
  params: CommandParams<N>,
  { clock, random }: TeamDeps,
): CommandResult<N> => {
  const request = expectOk(parseCommand(name, params));
  const outcome = expectOk(ledger.transact('local', () => runRecordCommand(ledger, name, request, clock, random)));
  return resultOf(name, outcome) as CommandResult<N>;
};

export const actAs = ({ ledger }: Member, act: WrittenAct): Uint8Array =>
  expectOk(ledger.transact('local', () => ledger.writeAct(act)));

/**
 * Brings people up to date just before they act, as a relay would: `catchUp(one)` gives them everything that anybody
 * wrote since the last time.
 */
export const createExchange = (members: () => readonly Member[]) => {
  const seen = new Map<string, number>();
  const written = new Map<Ledger, number>();
  const watch = ({ ledger }: Member): void => {
    if (written.has(ledger)) return;
    written.set(ledger, 1);
    ledger.onCommit((commit) => {
      if (commit.stored?.origin === 'local') written.set(ledger, (written.get(ledger) ?? 0) + 1);
    });
  };
  return {
    catchUp: (to: Member): void => {
      for (const from of members()) {
        watch(from);
        const pair = `${from.key} ${to.key}`;
        const now = written.get(from.ledger) ?? 0;
        if (from === to || seen.get(pair) === now) continue;
        deliver(from.ledger, to.ledger);
        seen.set(pair, now);
      }
    },
  };
};

export type Exchange = ReturnType<typeof createExchange>;

/** Gives one ledger what another has and it lacks. */
export const deliver = (from: Ledger, to: Ledger): void => {
  const holes = to.holes.first();
  const missing = from.entries.logs().flatMap((log): ReceivedEntry[] => {
    const hole = holes.get(toText(log.log));
    const held = hole === undefined ? (to.entries.log(log.log)?.head_seq ?? 0) : hole - 1;
    if (held >= log.head_seq) return [];
    return from.entries.run(log.log, held + 1, -1).map((row) => {
      const wire = from.erasures.wire(row);
      return { log: toText(row.log), header: expectOk(decodeHeader(row.header)), wire, bytes: encodeWireEntry(wire) };
    });
  });
  if (missing.length > 0) expectOk(to.take(missing, 'relay sample'));
};

/** A colleague joins with an invitation of the founder, who accepts. */
export const admit = (
  founder: Member,
  key: string,
  db: Db,
  name: string,
  write: (member: Member) => void,
  deps: TeamDeps,
): Member => {
  const { ledger } = founder;
  const secrets = founder.secrets();
  const keys = secrets.keys.filter((one) =>
    [ledger.space.members, ledger.space.team].some((id) => toText(id) === toText(one.spaceId)),
  );
  const invitation = createInvitation({
    teamRoot: ledger.teamRoot,
    teamName: '',
    relayUrls: [],
    lanKey: secrets.lanKey,
    role: 'member',
    expiresAt: deps.clock.now() + 86_400_000,
    note: '',
    approval: false,
    inviterId: ledger.person.id,
    device: ledger.device,
    grants: secrets.grants,
    keys,
    random: deps.random,
  });
  actAs(founder, invitation.act);
  const link = expectOk(parseLink(invitation.link));
  const deviceSecret = deps.random.bytes(32);
  const member = openMember(
    key,
    db,
    {
      teamRoot: ledger.teamRoot,
      deviceSecret,
      personSecret: deps.random.bytes(32),
      generations: [],
      logs: [],
      keys,
      grants: newcomerGrants(link, deviceKeys(deviceSecret)),
      lanKey: secrets.lanKey,
    },
    deps,
  );
  member.ledger.firstSpaces();
  deliver(ledger, member.ledger);
  actAs(member, joinAct(link, member.ledger.person, member.ledger.device, name));
  write(member);
  deliver(member.ledger, ledger);
  for (const pending of ledger.graph.now().pending) actAs(founder, { kind: 'accept', join: pending.join });
  return member;
};

export const idOf = (member: Member): Uint8Array => fromText(member.ledger.me.personId) ?? new Uint8Array(0);

/** The heads of a record as this member has it; none where it has not arrived. */
export const headsOf = ({ ledger }: Member, recordId: string): string[] => {
  const row = ledger.records.get(recordId);
  return row === undefined ? [] : (JSON.parse(row.heads) as string[]);
};
