import { toText } from '#shared/std/index.ts';
import type { Clock, Random } from '#shared/std/index.ts';
import { emptyLogEnd } from '#shared/sync/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { bodyLimits, buildCertificate, buildEntry, type Epoch } from '../entry/index.ts';
import type { Body } from '../entry/index.ts';
import type { DeviceKeys, Keyring } from '../keys/index.ts';
import type { EntryMeaning, EntryRow, EntryTables } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import { headsNamedAt } from './frontiers.ts';
import type { LogKeys } from './log-keys.ts';

export interface AppendDeps {
  readonly entries: EntryTables;
  readonly keyring: Keyring;
  /** The epoch for a new entry of a space, made first where there is none that may be written with. */
  readonly epochFor: (spaceId: Uint8Array) => Result<Epoch, ProtocolError>;
  readonly graph: ActGraph;
  readonly logKeys: LogKeys;
  readonly device: DeviceKeys;
  /** 16 bytes, new at every engine start (FORMATS 2). */
  readonly writerId: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
}

export type Content = Pick<Body, 'kind' | 'schema' | 'recordKey' | 'expected' | 'changes'> & {
  readonly refs?: readonly Uint8Array[];
};

export interface Appended {
  readonly row: EntryRow;
  readonly body: Body;
}

/**
 * Writes one entry at the end of this device's own log in a space: sealed with the space's current key, signed, in the
 * caller's transaction. It is stored as `waiting` until the caller says what became of it, or as applied at once.
 */
export const createAppend = (deps: AppendDeps) => {
  const { entries, graph, clock, random } = deps;
  /**
   * What has arrived in this space since this log's last entry: with everything before it, all that its author had seen.
   * Acts name the members frontier anyway.
   */
  const seenIn = (spaceId: Uint8Array, logId: Uint8Array, seq: number): readonly Uint8Array[] =>
    entries.headsSince(toText(spaceId), logId, entries.at(logId, seq)?.id ?? 0, bodyLimits.seen);

  /** `under` seals it with that epoch instead of the one in use; `of` stores it as applied to a record. */
  return (
    spaceId: Uint8Array,
    content: Content,
    under?: Epoch,
    of?: Pick<EntryMeaning, 'recordId' | 'personId' | 'deviceId'>,
  ): Result<Appended, ProtocolError> => {
    const chosen = under === undefined ? deps.epochFor(spaceId) : ok(under);
    if (!chosen.ok) return chosen;
    const epoch = chosen.value;
    const logKeys = deps.logKeys.of(spaceId);
    const logId = logKeys.publicKey;
    const log = entries.log(logId);
    if (log?.fork != null) {
      return err(
        failure(
          'corrupt',
          'Two copies of this machine went on with its history in two different ways. Both are kept, and this one writes nothing more. Set Meridian up anew here.',
        ),
      );
    }
    const after = log === undefined ? emptyLogEnd : { seq: log.head_seq, hash: log.head_hash };
    const body: Body = {
      kind: content.kind,
      schema: content.schema,
      writerId: deps.writerId,
      time: Math.max(0, Math.trunc(clock.now())),
      membersHeads: graph.heads({
        deviceId: deps.device.id,
        named: () => (after.seq === 0 ? undefined : headsNamedAt(after.hash, deps)) ?? [],
      }),
      refs: content.refs ?? [],
      seen: content.kind === 'act' ? [] : seenIn(spaceId, logId, after.seq),
      recordKey: content.recordKey,
      expected: content.expected,
      changes: content.changes,
      certificate: after.seq === 0 ? buildCertificate(deps.device.sign, spaceId, logId) : null,
    };
    const built = buildEntry({ logKeys, after, epoch, body, random });
    if (!built.ok) return err(failure('too-large', built.error.sentence));
    const { hash, header, signature } = built.value;
    const id = entries.insert(
      { hash, log: logId, seq: built.value.end.seq, header, signature, body: built.value.body },
      clock.now(),
      'local',
      of === undefined
        ? undefined
        : { ...of, spaceId: toText(spaceId), kind: body.kind, claimedAt: body.time, state: 'applied', reason: null },
    );
    entries.setHead(logId, built.value.end.seq, hash);
    entries.attest(id, body.seen);
    if (body.certificate !== null) entries.bind(logId, toText(spaceId), toText(deps.device.id));
    const row = entries.byId(id);
    if (row === undefined) throw new Error('An entry that was just written is not there.');
    return ok({ row, body });
  };
};

export type Append = ReturnType<typeof createAppend>;
