import { expectOk, fromText } from '#shared/std/index.ts';
import type { RecordCommand } from '#shared/domain/index.ts';
import type { CommandParams } from '#shared/protocol/index.ts';
import { cutOf, extendCut, type CutTarget, type Ledger } from '#engine/ledger/index.ts';
import { deviceKeys } from '#engine/keys/index.ts';
import { buildDeviceAdd, type Role, type WrittenAct } from '#engine/members/index.ts';
import { actAs, deliver, emptyStore, idOf, say, threeMembers, type Member, type Team } from './team.ts';
import { openMember } from '#engine/sample/team.ts';

export const idBytes = (id: string): Uint8Array => {
  const bytes = fromText(id);
  if (bytes === undefined) throw new Error(`${id} is not an id.`);
  return bytes;
};

/** A second device of a person, which has heard all that the first knows. */
export const secondDevice = ({ deps }: Pick<Team, 'deps'>, of: Member, key: string): Member => {
  const deviceSecret = deps.random.bytes(32);
  const { ledger } = of;
  const keys = deviceKeys(deviceSecret);
  actAs(of, buildDeviceAdd(ledger.teamRoot, ledger.person.id, keys, '', []));
  const second = openMember(key, emptyStore(), { ...ledger.secrets(), deviceSecret, logs: [] }, deps);
  second.ledger.firstSpaces();
  deliver(ledger, second.ledger);
  return second;
};

/** Ana owns the team; Ben and Cem are in it; nobody hears of anything before somebody brings it. */
export const cutTeam = (seed = 1) => {
  const team = threeMembers(seed);
  const { deps } = team;
  const remove = (by: Member, who: Member): Uint8Array =>
    actAs(by, { kind: 'remove', personId: idOf(who), cut: cutOf(by.ledger, { personId: who.ledger.me.personId }) });
  const act = (by: Member, what: WrittenAct): Uint8Array => actAs(by, what);
  const setRole = (by: Member, who: Member, role: Role): Uint8Array =>
    actAs(by, {
      kind: 'set-role',
      personId: idOf(who),
      role,
      cut: cutOf(by.ledger, { personId: who.ledger.me.personId }),
    });
  const revoke = (by: Member, device: Ledger): Uint8Array =>
    actAs(by, {
      kind: 'device-revoke',
      deviceId: idBytes(device.me.deviceId),
      cut: cutOf(by.ledger, { deviceIds: [device.me.deviceId] }),
    });
  const addDevice = (of: Member, key: string): Member => secondDevice(team, of, key);
  const comment = (by: Member, targetId: string, text: string): string =>
    say(by, 'comment.add', { targetId, text }, deps).id;
  const retitle = (by: Member, id: string, fields: Omit<CommandParams<'objective.update'>, 'id' | 'base'>): void => {
    const base = JSON.parse(by.ledger.records.get(id)?.heads ?? '[]') as string[];
    say(by, 'objective.update' satisfies RecordCommand, { id, base, ...fields }, deps);
  };
  const extend = (by: Member, target: CutTarget): void =>
    expectOk(by.ledger.transact('local', () => extendCut(by.ledger, target)));
  const bring = (...path: readonly Member[]): void => {
    for (const [at, from] of path.entries()) {
      const to = path[at + 1];
      if (to !== undefined) deliver(from.ledger, to.ledger);
    }
  };
  return { ...team, remove, act, setRole, revoke, addDevice, comment, retitle, extend, bring };
};

export type CutTeam = ReturnType<typeof cutTeam>;

/** The entries of a record with what became of each, oldest place first. */
export const entriesOn = (ledger: Ledger, recordId: string) =>
  ledger.entries
    .ofRecord(recordId)
    .sort((a, b) => Buffer.compare(Buffer.from(a.log), Buffer.from(b.log)) || a.seq - b.seq)
    .map(({ state, reason }) => ({ state, reason }));

export const statesOn = (ledger: Ledger, recordId: string): string[] =>
  entriesOn(ledger, recordId).map(({ state }) => state);

export { expectOk };

/** What a record says of itself here. */
export const textOf = (ledger: Ledger, recordId: string): string | undefined =>
  ledger.db.prepare<unknown[], { title: string }>('SELECT title FROM record_view WHERE record_id = ?').get(recordId)
    ?.title;
