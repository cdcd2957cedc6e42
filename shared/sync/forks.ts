import { equalBytes, toText } from '#shared/std/index.ts';
import { decodeHeader, decodeWireEntry } from './header.ts';
import type { LogKey, SignedHeader, StoredEntry } from './replica.ts';
import { byeCodes } from './session-types.ts';
import type { SessionParts } from './session-parts.ts';

export interface Forks {
  /** Both sides hold different entries at this place: freeze the log and tell my side of it. */
  readonly found: (key: LogKey, seq: number) => void;
  readonly frame: (sides: readonly SignedHeader[]) => void;
  readonly headerRead: (key: LogKey, seq: number, entry: StoredEntry | undefined) => void;
}

/** Turns a mismatch into a proof: two signed headers of one log at one seq (S30 to S32). */
export const createForks = (parts: SessionParts): Forks => {
  const { logs } = parts;
  const told = new Set<LogKey>();
  const proven = new Set<LogKey>();
  /** The peer's side, waiting for my own entry to be read. */
  const waiting = new Map<LogKey, { readonly seq: number; readonly theirs: SignedHeader }>();

  const found = (key: LogKey, seq: number): void => {
    logs.set(key, { frozen: true });
    if (told.has(key) || seq < 1) return;
    told.add(key);
    parts.act({ type: 'read-header', log: key, seq });
  };

  const prove = (log: LogKey, seq: number, mine: SignedHeader, theirs: SignedHeader): void => {
    if (proven.has(log)) return;
    proven.add(log);
    parts.report({ type: 'fork', proof: { log, seq, mine, theirs } });
  };

  const malformed = (): void => parts.end(byeCodes.protocol, 'The other side sent a fork proof that proves nothing.');

  return {
    found,
    frame: (sides) => {
      const [first, second] = sides;
      const header = first && decodeHeader(first.header);
      if (!first || !header?.ok) return malformed();
      const key = toText(header.value.logId);
      const { seq } = header.value;
      if (!second) {
        if (waiting.has(key)) return malformed();
        if (seq > logs.get(key).mine.seq) return;
        waiting.set(key, { seq, theirs: first });
        parts.act({ type: 'read-header', log: key, seq });
        return;
      }
      const other = decodeHeader(second.header);
      if (!other.ok || other.value.seq !== seq || !equalBytes(other.value.logId, header.value.logId))
        return malformed();
      if (equalBytes(first.header, second.header)) return malformed();
      logs.set(key, { frozen: true });
      prove(key, seq, first, second);
    },
    headerRead: (key, seq, entry) => {
      const wire = entry && decodeWireEntry(entry.bytes);
      if (!wire?.ok) return;
      const mine: SignedHeader = { header: wire.value.header, signature: wire.value.signature };
      const other = waiting.get(key);
      if (other?.seq === seq) {
        waiting.delete(key);
        if (equalBytes(other.theirs.header, mine.header)) return;
        logs.set(key, { frozen: true });
        parts.send({ type: 'fork', sides: [other.theirs, mine] });
        prove(key, seq, mine, other.theirs);
        return;
      }
      parts.send({ type: 'fork', sides: [mine] });
    },
  };
};
