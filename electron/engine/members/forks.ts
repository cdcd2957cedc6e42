import { mapKey } from '../crypto/index.ts';
import { isBefore, type Node } from './graph.ts';
import { forkedAt, forkedDevice } from './proofs.ts';

/** What forks do to a set of acts: some do not count, and devices are frozen. */
export interface Forks {
  readonly voided: ReadonlySet<Node>;
  readonly frozenDevices: ReadonlySet<string>;
}

const placeKey = (logId: Uint8Array, seq: number): string => `${mapKey(logId)}/${seq}`;

/** Acts that contradict a checkpoint: another entry at a pinned place, or behind such an entry's place (FORMATS 6). */
const contradicting = (acts: readonly Node[], checkpoints: readonly Node[]): ReadonlySet<Node> => {
  const byKey = new Map(acts.map((node) => [node.key, node]));
  const chain = new Map<string, string>();
  const pinned = new Map<string, number>();
  for (const { signed } of checkpoints) {
    if (signed.act.kind !== 'checkpoint') continue;
    for (const pin of signed.act.pins) {
      // A pin fixes the whole chain below it; what an earlier checkpoint fixed stays.
      for (let at = byKey.get(mapKey(pin.hash)); at !== undefined; at = byKey.get(mapKey(at.signed.prevHash))) {
        const place = placeKey(at.signed.logId, at.signed.seq);
        if (chain.has(place)) break;
        chain.set(place, at.key);
      }
      const log = mapKey(pin.logId);
      pinned.set(log, Math.max(pinned.get(log) ?? 0, pin.seq));
    }
  }
  return new Set(
    acts.filter(({ signed, key }) => {
      if (signed.seq > (pinned.get(mapKey(signed.logId)) ?? 0)) return false;
      const fixed = chain.get(placeKey(signed.logId, signed.seq));
      return fixed !== undefined && fixed !== key;
    }),
  );
};

/**
 * A log with two entries at one place is believed only up to there, whether both arrived as acts or a proof of it did.
 * Its device is frozen. What a checkpoint pinned before cannot be undone by forging a second entry later.
 */
export const findForks = (teamRoot: Uint8Array, acts: readonly Node[], honest: readonly Node[]): Forks => {
  const checkpoints = honest.filter(({ signed }) => signed.act.kind === 'checkpoint');
  const denied = contradicting(acts, checkpoints);
  const first = new Map<string, Node>();
  const forkedFrom = new Map<string, number>();
  const lower = (log: string, seq: number): void => {
    forkedFrom.set(log, Math.min(forkedFrom.get(log) ?? seq, seq));
  };
  for (const node of acts) {
    if (denied.has(node)) continue;
    const place = placeKey(node.signed.logId, node.signed.seq);
    const other = first.get(place);
    if (other === undefined) first.set(place, node);
    else lower(mapKey(node.signed.logId), node.signed.seq);
  }
  const pinnedTo = pinnedPlaces(checkpoints);
  for (const { signed } of honest) {
    if (signed.act.kind !== 'fork') continue;
    const place = forkedAt(signed.act);
    if (place === undefined) continue;
    const log = mapKey(place.logId);
    if (place.seq > (pinnedTo.get(log) ?? 0)) lower(log, place.seq);
  }
  const voided = new Set(denied);
  const frozenDevices = new Set<string>();
  for (const node of acts) {
    const from = forkedFrom.get(mapKey(node.signed.logId));
    if (from === undefined) continue;
    frozenDevices.add(mapKey(node.signed.deviceId));
    if (node.signed.seq >= from) voided.add(node);
  }
  // Of a device that forked another log, acts that somebody who tells of it had seen stay, as with a revocation (M4).
  const told = new Map<string, Node[]>();
  for (const node of honest) {
    if (node.signed.act.kind !== 'device-fork') continue;
    const device = forkedDevice(teamRoot, node.signed.act);
    if (device === undefined) continue;
    const key = mapKey(device);
    told.set(key, [...(told.get(key) ?? []), node]);
    frozenDevices.add(key);
  }
  for (const node of told.size === 0 ? [] : acts) {
    const by = told.get(mapKey(node.signed.deviceId));
    if (by !== undefined && !by.some((proof) => isBefore(node, proof))) voided.add(node);
  }
  return { voided, frozenDevices };
};

const pinnedPlaces = (checkpoints: readonly Node[]): ReadonlyMap<string, number> => {
  const pinned = new Map<string, number>();
  for (const { signed } of checkpoints) {
    if (signed.act.kind !== 'checkpoint') continue;
    for (const pin of signed.act.pins) {
      const log = mapKey(pin.logId);
      pinned.set(log, Math.max(pinned.get(log) ?? 0, pin.seq));
    }
  }
  return pinned;
};
