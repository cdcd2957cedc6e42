import { fromText, ok, toText } from '#shared/std/index.ts';
import { decodeHeader, encodeHeader, encodeWireEntry, entryVersion } from '#shared/sync/index.ts';
import type { ReceivedEntry, WireEntry } from '#shared/sync/index.ts';
import { hash, sign } from '#engine/crypto/index.ts';
import { buildEntry, epochTag, openBody, type Body } from '#engine/entry/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import type { WrittenAct } from '#engine/members/index.ts';
import type { EntryRow } from '#engine/store/index.ts';
import { missingIn } from './carry.ts';
import type { Device } from './device.ts';
import { textOf, type World } from './world.ts';

/** A changed program on a member's machine, with all its keys and none of its rules. */
interface Cheat {
  readonly world: World;
  readonly ledger: Ledger;
}

const received = (wire: WireEntry): ReceivedEntry | undefined => {
  const header = decodeHeader(wire.header);
  if (!header.ok) return undefined;
  return { log: toText(header.value.logId), header: header.value, wire, bytes: encodeWireEntry(wire) };
};

/** An entry at the end of the cheat's own log, with any body at all. */
const forge = ({ world, ledger }: Cheat, spaceId: Uint8Array, body: Body, sealedFor = spaceId): void => {
  const logKeys = ledger.logKeys.of(spaceId);
  const log = ledger.entries.log(logKeys.publicKey);
  const epoch = ledger.epochs.writing(sealedFor);
  if (log === undefined || epoch === undefined) return;
  const after = { seq: log.head_seq, hash: log.head_hash };
  const built = buildEntry({ logKeys, after, epoch, body, random: world.random });
  const entry = built.ok ? received(built.value) : undefined;
  if (entry !== undefined) ledger.take([entry], 'relay simulated');
};

const bodiesIn = ({ ledger }: Cheat, spaceId: Uint8Array, whose: 'mine' | 'theirs'): Body[] =>
  ledger.db
    .prepare<unknown[], EntryRow>(
      `SELECT * FROM entries WHERE space_id = ? AND state = 'applied' AND device_id ${whose === 'mine' ? '=' : '<>'} ? AND body IS NOT NULL AND kind <> 'act' ORDER BY hash LIMIT 60`,
    )
    .all(toText(spaceId), ledger.me.deviceId)
    .flatMap((row) => {
      const header = decodeHeader(row.header);
      const epoch = header.ok ? ledger.keyring.byTag(header.value.epochTag, header.value.logId)?.epoch : undefined;
      const body = epoch === undefined ? undefined : openBody(row, epoch);
      return body?.ok === true ? [body.value] : [];
    });

/** Changes somebody else's words, or rewrites a progress update. */
const forbiddenEdit = ({ world, ledger }: Cheat): void => {
  const target = world.dice.of(
    ledger.db
      .prepare<unknown[], { id: string; kind: string; key: Uint8Array }>(
        "SELECT id, kind, key FROM records WHERE kind IN ('person', 'check-in', 'kudos', 'objective') AND space_id = ? AND created_by <> ? ORDER BY id",
      )
      .all(toText(ledger.space.team), ledger.me.personId),
  );
  const update = ledger.db
    .prepare<unknown[], { id: string }>('SELECT id FROM progress_updates WHERE record_id = ? ORDER BY id LIMIT 1')
    .get(target?.id ?? '');
  if (target === undefined || (target.kind === 'objective' && update === undefined)) return;
  const text = textOf(world, 'Forged');
  const edit = {
    objective: { path: `updates.${update?.id ?? ''}.value`, value: 1_000_000 },
    person: { path: 'name', value: text },
    'check-in': { path: 'answer', value: text },
    kudos: { path: 'text', value: text },
  }[target.kind];
  if (edit === undefined) return;
  const { kind, key } = target;
  ledger.transact('local', () => ledger.write({ spaceId: ledger.space.team, kind, key, base: null, edits: [edit] }));
};

/** Signs somebody else's changes as its own: the actor inside them is another's. */
const forgedActor = (cheat: Cheat): void => {
  const { team } = cheat.ledger.space;
  const theirs = cheat.world.dice.of(bodiesIn(cheat, team, 'theirs'));
  const mine = cheat.world.dice.of(bodiesIn(cheat, team, 'mine'));
  if (theirs !== undefined && mine !== undefined)
    forge(cheat, team, {
      ...theirs,
      writerId: mine.writerId,
      certificate: null,
      membersHeads: cheat.ledger.graph.heads(),
    });
};

/** Pretends to have been written years ago, when its author knew less of the team than in the entry before. */
const backDated = (cheat: Cheat): void => {
  const { team } = cheat.ledger.space;
  const mine = cheat.world.dice.of(bodiesIn(cheat, team, 'mine'));
  if (mine === undefined) return;
  forge(cheat, team, { ...mine, certificate: null, membersHeads: [], time: 1 });
};

/** Seals for one space what it writes into the log of another. */
const wrongSpace = (cheat: Cheat): void => {
  const { team, members, self } = cheat.ledger.space;
  const mine = cheat.world.dice.of(bodiesIn(cheat, team, 'mine'));
  if (mine === undefined) return;
  const content = { ...mine, certificate: null, membersHeads: cheat.ledger.graph.heads() };
  forge(cheat, team, content, cheat.world.dice.once(2) ? members : self);
};

/** A sound header over bytes that nobody sealed. */
const noise = ({ world, ledger }: Cheat): void => {
  const logKeys = ledger.logKeys.of(ledger.space.team);
  const log = ledger.entries.log(logKeys.publicKey);
  const epoch = ledger.epochs.writing(ledger.space.team);
  if (log === undefined || epoch === undefined) return;
  const body = world.random.bytes(512);
  const header = encodeHeader({
    v: entryVersion,
    logId: logKeys.publicKey,
    seq: log.head_seq + 1,
    prevHash: log.head_hash,
    epochTag: epochTag(epoch.id, logKeys.publicKey),
    bodyHash: hash('body', body),
    bodyLen: body.length,
  });
  const entry = received({ header, signature: sign(logKeys, 'entry', header), body });
  if (entry !== undefined) ledger.take([entry], 'relay simulated');
};

/** Acts that its role does not allow, or that prove nothing. */
const forbiddenAct = ({ world, ledger }: Cheat): void => {
  const { dice, random } = world;
  const people = [...ledger.graph.now().people.keys()];
  const personId = fromText(dice.of(people) ?? '');
  const self = ledger.person.id;
  if (personId === undefined) return;
  const act = dice.of<WrittenAct>([
    { kind: 'set-role', personId: self, role: 'owner', cut: [] },
    { kind: 'remove', personId, cut: [] },
    { kind: 'accept', join: random.bytes(32) },
    { kind: 'set-manager', personId, managerId: self },
    { kind: 'grant', grants: [random.bytes(80)] },
    { kind: 'offer', sealed: [random.bytes(200)] },
    { kind: 'device-revoke', deviceId: random.bytes(32), cut: [] },
    { kind: 'checkpoint', pins: [{ logId: random.bytes(32), seq: 1, hash: random.bytes(32) }] },
  ]);
  if (act === undefined) return;
  ledger.transact('local', () => {
    const done = ledger.writeAct(act);
    return done.ok ? ok(undefined) : done;
  });
};

/** As much as it can, all at once. */
const flood = (cheat: Cheat): void => {
  const { world, ledger } = cheat;
  for (let left = 12; left > 0; left -= 1) {
    const mine = world.dice.of(bodiesIn(cheat, ledger.space.team, 'mine'));
    if (mine === undefined) return;
    const recordKey = world.random.bytes(32);
    forge(cheat, ledger.space.team, { ...mine, recordKey, certificate: null, membersHeads: ledger.graph.heads() });
  }
};

const attacks = { forbiddenEdit, forgedActor, backDated, wrongSpace, noise, forbiddenAct, flood } as const;
const names = Object.keys(attacks) as (keyof typeof attacks)[];

/**
 * A changed program writes what the rules forbid, properly signed by its owner's keys. Everybody, the owner's own machine
 * included, has to refuse it for the same reason.
 */
export const cheat = (world: World, device: Device): void => {
  if (device.ledger().isOut()) return;
  const twin = device.twin();
  const name = world.dice.of(names) ?? 'noise';
  const before = twin.entries.count();
  attacks[name]({ world, ledger: twin });
  if (twin.entries.count() > before) {
    world.outlaws.add(twin.me.personId);
    world.promises.count(`attack: ${name}`);
    world.promises.count('cheat: tried');
    const taken = device.ledger().take(missingIn(twin, device.ledger()), 'relay simulated');
    if (taken.ok && taken.value.length > 0)
      throw new Error(`A cheat was refused outright: ${taken.value[0]?.sentence ?? ''}`);
  }
  twin.close();
  twin.db.close();
};
