export { createDocuments } from './documents.ts';
export type { CheckRequest, Documents, DocumentsDeps } from './documents.ts';
export type { Edited, EditRequest } from './edit.ts';
export { makeGenesis } from './genesis.ts';
export type { Genesis } from './genesis.ts';
export type {
  ChangeMeta,
  CheckedChange,
  CheckResult,
  DocumentFault,
  FaultCode,
  Layout,
  OpView,
  PathChange,
  RawConflict,
  RawVariant,
  Settled,
} from './types.ts';
