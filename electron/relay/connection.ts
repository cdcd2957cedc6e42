import { toText } from '#shared/std/index.ts';
import type { Clock, Random, Timers } from '#shared/std/index.ts';
import {
  createSession,
  decodeControl,
  driveSession,
  encodeControl,
  encodeFrame,
  isControl,
  protocolVersion,
  byeCodes,
  refusalCodes,
  refuseCodes,
} from '#shared/sync/index.ts';
import type { Channel, DrivenSession, Proof, ReplicaPort } from '#shared/sync/index.ts';
import type { Refused } from './admission.ts';
import { checkProof } from './admission.ts';
import { createBucket } from './bucket.ts';
import type { RelayLimits } from './limits.ts';
import { isOwnOrigin, otherOrigin } from './origin.ts';
import type { LocalEnd } from './origin.ts';
import { hash } from './sodium.ts';
import type { RelayReplica } from './team.ts';
import type { Result } from '#shared/std/index.ts';
import type { Admission, RevocationNotice } from '#shared/sync/index.ts';

/** One open socket as the relay sees it. */
export interface RelaySocket extends Channel {
  /** Where it came in; undefined behind a proxy, where that says nothing about what the device dialled. */
  readonly local: LocalEnd | undefined;
  readonly address: string;
}

/** What a connection asks of the relay it belongs to. */
export interface ConnectionHost {
  readonly limits: RelayLimits;
  readonly origins: readonly string[];
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  /** Lets a proven device in, or says why not. */
  readonly enter: (proof: Proof, admission: Admission, connection: Connection) => Result<RelayReplica, Refused>;
  readonly revoke: (team: Uint8Array, notice: RevocationNotice) => Result<void, Refused>;
  readonly left: (connection: Connection) => void;
  /** Objects under an id, whatever their team (S59). */
  readonly find: (id: Uint8Array) => readonly Uint8Array[];
  /** Something that this connection asked for failed inside the relay: most often a disk that is full. */
  readonly failed: (cause: unknown) => void;
}

export interface Connection {
  /** Device key as text once it is known. */
  readonly device: () => string | undefined;
  /** Ends it with a sentence, after what was already said. */
  readonly end: (sentence: string) => void;
}

/** One client from its first byte to its last: challenge, proof, then the session (S50 to S55). */
export const createConnection = (socket: RelaySocket, host: ConnectionHost): Connection => {
  const { limits, clock, timers } = host;
  const nonce = host.random.bytes(32);
  const frames = createBucket(clock, limits.framesPerSecond, limits.framesBurst);
  const volume = createBucket(clock, limits.bytesPerSecond, limits.bytesBurst);
  let device: string | undefined;
  let team: Uint8Array | undefined;
  let session: DrivenSession | undefined;
  let onMessage: (bytes: Uint8Array) => void = () => undefined;
  let onClose: (sentence: string) => void = () => undefined;
  let open = true;

  const refuse = ({ code, sentence }: Refused): void => {
    socket.send(encodeControl({ type: 'refuse', code, sentence }));
    socket.close(sentence);
  };
  const stopWaiting = timers.after(limits.proveMs, () =>
    refuse({ code: refuseCodes.later, sentence: 'The device did not prove who it is in time.' }),
  );

  /** Batches above the agreed rate wait before they are stored, so their receipts come later (S55). */
  const paced = (replica: ReplicaPort): ReplicaPort => ({
    ...replica,
    ingest: (entries) => {
      const debt = volume.take(entries.reduce((sum, entry) => sum + entry.bytes.length, 0));
      // Stored at once, in order; only the answer waits.
      const outcome = replica.ingest(entries);
      if (debt === 0) return outcome;
      return new Promise((resolve) => {
        timers.after(Math.min(debt, 5000), () => resolve(outcome));
      });
    },
  });

  const prove = (proof: Proof): void => {
    if (!isOwnOrigin(proof.origin, host.origins, socket.local))
      return refuse({ code: refuseCodes.origin, sentence: otherOrigin(host.origins) });
    const admission = checkProof(proof, nonce);
    if (!admission.ok) return refuse(admission.error);
    device = toText(proof.device);
    team = proof.team;
    const replica = host.enter(proof, admission.value, connection);
    if (!replica.ok) {
      device = undefined;
      return refuse(replica.error);
    }
    stopWaiting();
    socket.send(encodeControl({ type: 'welcome' }));
    session = driveSession({
      session: createSession({ team: proof.team, role: 'relay', hash }),
      replica: paced(replica.value),
      onReport: (report) => {
        if (report.type === 'rejected' && report.code === refusalCodes.signature)
          guarded(() => replica.value.doubt(report.log, report.seq));
      },
      channel: {
        send: socket.send,
        close: socket.close,
        onMessage: (listener) => {
          onMessage = listener;
        },
        onClose: (listener) => {
          onClose = listener;
        },
      },
    });
  };

  const control = (bytes: Uint8Array): void => {
    const frame = decodeControl(bytes);
    if (!frame.ok) return refuse({ code: refuseCodes.malformed, sentence: frame.error.sentence });
    if (frame.value.type === 'prove' && !device) return prove(frame.value);
    if (frame.value.type === 'fetch' && !device) {
      socket.send(encodeControl({ type: 'found', objects: host.find(frame.value.id) }));
      return socket.close('The relay has answered.');
    }
    if (frame.value.type === 'revoke' && team) {
      const done = host.revoke(team, frame.value);
      return done.ok ? undefined : refuse(done.error);
    }
    refuse({ code: refuseCodes.malformed, sentence: 'The device sent a message when it was not its turn.' });
  };

  const connection: Connection = {
    device: () => device,
    end: (sentence) => {
      if (session) session.leave(sentence);
      else refuse({ code: refuseCodes.later, sentence });
    },
  };

  /** Many teams share one relay: what fails for one device ends its connection, not the relay. */
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (cause) {
      host.failed(cause);
      connection.end('The relay cannot read or store its data just now. This device tries again by itself.');
    }
  };

  const take = (bytes: Uint8Array): void => {
    if (frames.take(1) > 0) {
      const sentence = 'The device sends messages faster than this relay allows.';
      if (session) socket.send(encodeFrame({ type: 'bye', code: byeCodes.policy, sentence }));
      return socket.close(sentence);
    }
    if (isControl(bytes)) return control(bytes);
    if (!session) return refuse({ code: refuseCodes.malformed, sentence: 'The device did not prove who it is.' });
    onMessage(bytes);
  };

  socket.onMessage((bytes) => {
    if (open) guarded(() => take(bytes));
  });
  socket.onClose((sentence) => {
    if (!open) return;
    open = false;
    stopWaiting();
    onClose(sentence);
    host.left(connection);
  });
  socket.send(encodeControl({ type: 'challenge', version: protocolVersion, nonce }));
  return connection;
};
