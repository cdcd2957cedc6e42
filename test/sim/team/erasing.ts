import { toText } from '#shared/std/index.ts';
import { eraseRecord } from '#engine/api/index.ts';
import type { Device } from './device.ts';
import { complain, rowsOf, type View } from './views.ts';
import { marksIn, type World } from './world.ts';

/** Somebody erases a record of theirs for good, or, as an admin, one that the whole team reads. */
export const erase = (world: World, device: Device): void => {
  const { dice, promises } = world;
  const ledger = device.ledger();
  const own = dice.below(4) > 0;
  const target = dice.of(
    ledger.db
      .prepare<unknown[], { id: string }>(
        own
          ? "SELECT record_id AS id FROM record_view WHERE author_id = ? AND kind IN ('check-in', 'comment', 'acknowledgement', 'feedback', 'kudos', 'pulse') ORDER BY record_id"
          : "SELECT id FROM records WHERE ? <> '' AND kind IN ('objective', 'comment', 'check-in', 'kudos') ORDER BY id",
      )
      .all(ledger.me.personId),
  );
  if (target === undefined) return;
  const marks = marksIn(world, rowsOf(ledger).get(target.id) ?? '');
  const said = ledger.db.prepare<unknown[], { record_id: string }>(
    'SELECT record_id FROM erasures WHERE target_id = ?',
  );
  const note = (): void => {
    const erasureId = said.get(target.id)?.record_id;
    const before = world.erased.get(target.id)?.marks ?? [];
    if (erasureId !== undefined) world.erased.set(target.id, { erasureId, marks: [...new Set([...before, ...marks])] });
  };
  try {
    const done = ledger.transact('local', () => eraseRecord(ledger, target.id, 'asked', device.clock, device.random));
    promises.count(`erase: ${done.ok ? 'ok' : done.error.code}`);
    if (done.ok) promises.acknowledge(device);
  } finally {
    // Also where the power failed after the commit.
    note();
  }
};

/**
 * Whether a machine has an entry without content of a log that has not said so itself, which relays do not take: it had
 * to erase it, or got it like that from somebody who had. The log's own machine may be gone.
 */
export const holdsUnproven = (device: Device): boolean =>
  device
    .db()
    .prepare(
      `SELECT 1 FROM entries e LEFT JOIN redactions r ON r.hash = e.hash AND r.statement IS NOT NULL
       WHERE e.body IS NULL AND r.hash IS NULL LIMIT 1`,
    )
    .get() !== undefined;

/** What a machine stores of logs, and of what of it the content: two that hold the same have nothing to give each other. */
export const holdingsOf = (device: Device): string =>
  device
    .db()
    .prepare<[], { held: string }>(
      "SELECT coalesce(group_concat(hex(hash) || (body IS NULL), ' ' ORDER BY hash), '') AS held FROM entries",
    )
    .get()?.held ?? '';

/** Whoever knows that a record was erased has nothing of it left: no text, no sealed content. */
export const checkErased = ({ erased }: World, device: Device, disk: Buffer): void => {
  if (!device.isUp() || !device.isSettled()) return;
  const { erasures, entries, records } = device.ledger();
  for (const [id, { marks }] of erased) {
    if (!erasures.isErased(id)) continue;
    const left = marks.find((mark) => disk.includes(mark));
    if (left !== undefined) complain(`${device.name} still has what was erased`, { id, left });
    if (records.get(id) !== undefined) complain(`${device.name} still has a record that was erased`, id);
    const kept = entries.ofRecord(id).filter((row) => row.body !== null);
    if (kept.length > 0)
      complain(
        `${device.name} still has content of an erased record`,
        kept.map(({ seq, state, reason }) => ({ seq, state, reason })),
      );
  }
};

/**
 * Records that somebody erased whose word was cut off afterwards, as one of these machines says: whoever had obeyed has
 * nothing to bring back, and nobody else obeys any more (membership.md, C12).
 */
export const disputed = ({ erased }: World, devices: readonly Device[]): ReadonlySet<string> =>
  new Set(
    [...erased].flatMap(([id, { erasureId }]) =>
      devices.some((one) =>
        one
          .ledger()
          .entries.ofRecord(erasureId)
          .some(({ state }) => state === 'quarantined'),
      )
        ? [id]
        : [],
    ),
  );

/**
 * Records of which only a log's own word is left: their erasure, or an act that it builds on, was lost with the machine
 * that had obeyed it already. Whoever has their entries keeps them, whoever has not cannot get them (redaction.md).
 */
export const halfErased = ({ erased }: World, devices: readonly Device[]): ReadonlySet<string> => {
  const stated = new Set(
    devices.flatMap((device) =>
      device
        .ledger()
        .erasures.table.all()
        .flatMap(({ hash, statement }) => (statement === null ? [] : [toText(hash)])),
    ),
  );
  const isHalf = (id: string): boolean =>
    devices.every((device) => !device.ledger().erasures.isErased(id)) &&
    devices.some((device) =>
      device
        .ledger()
        .entries.ofRecord(id)
        .some(({ hash }) => stated.has(toText(hash))),
    );
  return new Set([...erased.keys()].filter(isHalf));
};

/** The same view without what is about these records. */
export const without = (view: View, ids: ReadonlySet<string>): View =>
  ids.size === 0
    ? view
    : new Map([...view].filter(([name, says]) => ![...ids].some((id) => name.includes(id) || says.includes(id))));
