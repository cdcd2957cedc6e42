export { cutOf } from './cut.ts';
export type { CutTarget } from './cut.ts';
export { createLedger } from './ledger.ts';
export type { Commit, Ledger, LedgerOptions } from './ledger.ts';
export { signatureHolds } from './chain.ts';
export { fromHex, toHex } from './hex.ts';
export { openEntry } from './open-entry.ts';
export type { Space } from './spaces.ts';
export type { RecordWrite } from './write-record.ts';
