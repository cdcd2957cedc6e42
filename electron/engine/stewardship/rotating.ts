import type { ProtocolError } from '#shared/protocol/index.ts';
import { concatBytes, ok, type Result } from '#shared/std/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { activeDevices, turnOf } from './turn.ts';

/**
 * Inside the transaction of an act that shuts somebody out: new keys for every space this device reads that they could
 * read too. `cause` is the entry hash of that act. Spaces that are safe already stay as they are.
 */
export const rotateFor = (ledger: Ledger, cause: Uint8Array | null): Result<void, ProtocolError> => {
  const due = ledger.rotationsDue();
  return due.length === 0 ? ok(undefined) : ledger.rotate(due, { cause });
};

/** Spaces read here that somebody who was shut out can still read, and that nobody has given a new key yet. */
const open = (ledger: Ledger): readonly Uint8Array[] =>
  ledger.rotationsDue().filter((space) => ledger.epochs.announcedFresh(space).length === 0);

/** How long to wait before changing the keys of what is open; undefined when nothing is. */
export const rotationTurn = (ledger: Ledger): number | undefined => {
  const due = open(ledger);
  if (due.length === 0) return undefined;
  const devices = activeDevices(ledger, () => true);
  return turnOf(ledger, devices, concatBytes(...ledger.graph.heads()));
};

/** Changes the keys of what nobody has changed in the meantime. */
export const rotateOpen = (ledger: Ledger): Result<void, ProtocolError> => {
  const due = open(ledger);
  return due.length === 0 ? ok(undefined) : ledger.transact('local', () => ledger.rotate(due));
};
