import { expectOk, ok, toText } from '#shared/std/index.ts';
import { ownKey } from '#shared/schema/index.ts';
import { writeDecision } from '#engine/api/index.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { foundTeam } from '#engine/founding/index.ts';
import { systemClock } from '#engine/hosts/system-ports.ts';
import { cutOf } from '#engine/ledger/index.ts';
import { migrations } from '#engine/profile/index.ts';
import { actAs, admit, deliver, idOf, openMember, type Member } from '#engine/sample/team.ts';
import { rotateFor } from '#engine/stewardship/index.ts';
import { openStore, type Db } from '#engine/store/index.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchContext, BenchRow } from './context.ts';

const deps = { clock: systemClock, random: systemRandom };
const hours = [null, null, null, null, null, null, null];

interface Crowd {
  readonly ana: Member;
  readonly ben: Member;
  readonly people: readonly Uint8Array[];
}

/** A team on disks of its own; only two of its machines stay open, the others have joined and been closed. */
const assemble = ({ folder, say }: BenchContext, size: number, spaces: number): Crowd => {
  const store = (name: string): Db => expectOk(openStore(`${folder(name)}/profile.db`, migrations));
  const person = { name: 'Ana', timeZone: 'UTC', workingHours: hours, title: '', place: '' };
  const founding = foundTeam({ teamName: 'Bench', person, relayUrls: [] }, deps.clock, deps.random);
  const ana = openMember('ana', store('rotation-ana'), founding.secrets, deps);
  expectOk(ana.ledger.transact('local', () => founding.begin(ana.ledger)));
  const join = (name: string, db: Db): Member => admit(ana, name, db, name, () => undefined, deps);
  const ben = join('ben', store('rotation-ben'));
  const people: Uint8Array[] = [idOf(ana), idOf(ben)];
  while (people.length < size) {
    const other = join(`p${people.length}`, expectOk(openStore(':memory:', migrations)));
    people.push(idOf(other));
    other.ledger.close();
    other.ledger.db.close();
    if (people.length % 25 === 0) say(`  ${people.length} people`);
  }
  const readers = people.map(toText).sort();
  const me = ana.ledger.me.personId;
  expectOk(
    ana.ledger.transact('local', () => {
      for (let nth = 0; nth < spaces; nth++) {
        const key = expectOk(ownKey(toText(systemRandom.bytes(16)), me));
        const place = { space: 'named', readers, purpose: `bench ${nth}` } as const;
        const write = {
          act: 'create',
          kind: 'feedback',
          key,
          place,
          edits: [{ path: 'text', value: 'A word' }],
        } as const;
        expectOk(writeDecision(ana.ledger, { writes: [write], itemIds: [], existingId: null }, systemRandom));
      }
      return ok(undefined);
    }),
  );
  deliver(ana.ledger, ben.ledger);
  return { ana, ben, people };
};

const entryBytes = ({ ledger }: Member): number =>
  ledger.db.prepare<unknown[], { n: number }>('SELECT sum(length(header) + length(body) + 64) AS n FROM entries').get()
    ?.n ?? 0;

/** A removal with new keys for every space that was shared: at who removes, and at another reader who takes it in. */
export const rotation: BenchRow = async (ctx) => {
  const [size, spaces, rounds] = ctx.quick ? [20, 10, 2] : [100, 50, 3];
  const { ana, ben, people } = assemble(ctx, size, spaces);
  await Promise.resolve();
  const written: number[] = [];
  const taken: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const personId = people[people.length - 1 - round];
    if (personId === undefined) break;
    const before = entryBytes(ana);
    const cut = cutOf(ana.ledger, { personId: toText(personId) });
    const started = performance.now();
    expectOk(
      ana.ledger.transact('local', () => {
        const removed = ana.ledger.writeAct({ kind: 'remove', personId, cut });
        return removed.ok ? rotateFor(ana.ledger, removed.value) : removed;
      }),
    );
    written.push(performance.now() - started);
    sizes.push(entryBytes(ana) - before);
    const heard = performance.now();
    deliver(ana.ledger, ben.ledger);
    taken.push(performance.now() - heard);
    if (ben.ledger.rotationsDue().length > 0) throw new Error('A space was left with its old key.');
  }
  actAs(ana, { kind: 'checkpoint', pins: [] });
  for (const { ledger } of [ana, ben]) {
    ledger.close();
    ledger.db.close();
  }
  const [mine, theirs] = [percentiles(written), percentiles(taken)];
  const what = `${spaces + 2} spaces x ${size - 1} devices`;
  const note = `${Math.round(percentiles(sizes).p50 / 1024)} KiB of entries; the rival has no keys, so nothing to compare with`;
  return [
    row({ name: `removal with rotation of ${what}, durable`, unit: 'ms', ours: mine.p50, oursP95: mine.p95, note }),
    row({ name: 'the same, taken in by another reader', unit: 'ms', ours: theirs.p50, oursP95: theirs.p95 }),
  ];
};
