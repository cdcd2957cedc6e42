import type { Frame } from './frames.ts';
import type { LogTable } from './log-table.ts';
import type { ByeCode, SessionAction, SessionReport } from './session-types.ts';

/** The way out of a session. */
export interface SessionOutlet {
  readonly act: (action: SessionAction) => void;
  readonly send: (frame: Frame) => void;
  readonly report: (report: SessionReport) => void;
  /** Ends the session: says why to the peer and to the host. */
  readonly end: (code: ByeCode, sentence: string) => void;
}

/** What the parts of one session share: its way out and its logs. */
export interface SessionParts extends SessionOutlet {
  readonly logs: LogTable;
}
