import { equalBytes } from '#shared/std/index.ts';
import { createConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { decodeFrame } from './frame-codec.ts';
import { roles } from './frames.ts';
import type { Frame } from './frames.ts';
import { limits, protocolVersion } from './limits.ts';
import type { LogKey } from './replica.ts';
import type { SessionOutlet } from './session-parts.ts';
import { byeCodes } from './session-types.ts';
import type { ByeCode, Session, SessionAction, SessionConfig, SessionEvent, SessionStatus } from './session-types.ts';

/**
 * One end of one conversation (SPEC.md). A pure state machine: feed it events, do what it answers, in order.
 * `driveSession` binds it to a channel and a replica.
 */
export const createSession = (config: SessionConfig): Session => {
  const window = config.window ?? limits.window;
  let actions: SessionAction[] = [];
  let running: Conversation | undefined;
  let greeted = false;
  let closed = false;
  let synced = false;

  const act = (action: SessionAction): void => {
    if (!closed) actions.push(action);
  };
  const send = (frame: Frame): void => act({ type: 'send', frame });
  const end = (code: ByeCode, sentence: string): void => {
    send({ type: 'bye', code, sentence: sentence.slice(0, limits.sentenceChars) });
    act({ type: 'close', code, sentence });
    closed = true;
  };
  const outlet: SessionOutlet = { act, send, end, report: (report) => act({ type: 'report', report }) };

  const greet = (frame: Extract<Frame, { type: 'hello' }>, on: Conversation): void => {
    if (frame.version !== protocolVersion)
      return end(
        byeCodes.version,
        'The other side speaks another version of the protocol. One of the two must be updated.',
      );
    if (!equalBytes(frame.team, config.team)) return end(byeCodes.team, 'The other side belongs to another team.');
    greeted = true;
    on.sending.setWindow(frame.window);
    outlet.report({ type: 'peer', role: frame.role === roles.relay ? 'relay' : 'device' });
  };

  const handleFrame = (bytes: Uint8Array, on: Conversation): void => {
    const frame = decodeFrame(bytes);
    if (!frame.ok) return end(byeCodes.protocol, frame.error.sentence);
    if (frame.value.type === 'bye') {
      outlet.report({ type: 'bye', code: frame.value.code, sentence: frame.value.sentence });
      act({ type: 'close', code: byeCodes.done, sentence: frame.value.sentence });
      closed = true;
      return;
    }
    if (greeted) return on.frame(frame.value);
    if (frame.value.type === 'hello') return greet(frame.value, on);
    end(byeCodes.protocol, 'The other side did not introduce itself.');
  };

  const isSynced = (on: Conversation): boolean =>
    greeted &&
    on.settled() &&
    on.sending.idle() &&
    on.receiving.idle() &&
    on.logs.toSend() === 0 &&
    on.logs.toReceive() === 0;

  const handle = (event: SessionEvent, on: Conversation): void => {
    switch (event.type) {
      case 'opened':
        throw new Error('a session opens once');
      case 'frame':
        return handleFrame(event.bytes, on);
      case 'stored':
        return on.stored(event.change);
      case 'read-done':
        return on.sending.readDone(event.entries);
      case 'header-read':
        return on.forks.headerRead(event.log, event.seq, event.entry);
      case 'ingest-done':
        return on.receiving.ingestDone(event.batch, event.outcome);
      case 'objects-wanted':
        return on.objects.wanted(event.notes);
      case 'object-changed':
        return on.objects.changed(event.note);
      case 'object-read':
        return on.objects.read(event.request, event.id, event.object);
      case 'object-put':
        return on.objects.put(event.request, event.outcome);
      case 'ask-object':
        return on.objects.ask(event.token, event.id);
      case 'give-object':
        return on.objects.give(event.token, event.object);
      case 'failed':
        return end(byeCodes.storage, event.sentence);
      case 'leave':
        return end(byeCodes.done, event.sentence);
      case 'closed':
        closed = true;
    }
  };

  const begin = (event: Extract<SessionEvent, { type: 'opened' }>): void => {
    running = createConversation({ ...config, window }, event.vector, outlet);
    send({ type: 'hello', version: protocolVersion, team: config.team, role: roles[config.role], window });
    running.start();
    running.objects.start(event.notes);
  };

  return {
    step: (event) => {
      if (closed) return [];
      actions = [];
      if (!running) {
        if (event.type === 'opened') begin(event);
        else if (event.type === 'closed') closed = true;
        else throw new Error(`a session needs to open before ${event.type}`);
        return actions;
      }
      handle(event, running);
      if (running.settled()) running.sending.pump();
      const before = synced;
      synced = !closed && isSynced(running);
      if (synced && !before) outlet.report({ type: 'synced' });
      return actions;
    },
    status: (): SessionStatus => ({
      phase: closed ? 'closed' : !running || !greeted ? 'opening' : running.settled() ? 'settled' : 'comparing',
      synced: synced && !closed,
      toSend: running?.logs.toSend() ?? 0,
      toReceive: running?.logs.toReceive() ?? 0,
      frozen: running?.logs.frozen() ?? 0,
    }),
    peerHolds: () =>
      new Map<LogKey, number>(
        [...(running?.logs.all() ?? [])].filter((log) => log.theirs > 0).map((log) => [log.key, log.theirs]),
      ),
  };
};
