/** What one relay allows (S55). Bytes, milliseconds and counts. */
export interface RelayLimits {
  /** Entries and objects of one team, bytes. */
  readonly teamBytes: number;
  /** Objects of one team. */
  readonly teamObjects: number;
  /** Entries of forked logs of one team that are kept beside the logs (S36). */
  readonly teamBranchEntries: number;
  readonly connections: number;
  readonly connectionsPerTeam: number;
  readonly connectionsPerAddress: number;
  /** Frames a connection may send a second on average, and at once. */
  readonly framesPerSecond: number;
  readonly framesBurst: number;
  /** Bytes of entries a connection may hand over a second on average, and at once; more waits for its receipt. */
  readonly bytesPerSecond: number;
  readonly bytesBurst: number;
  /** Time to prove who one is. */
  readonly proveMs: number;
  /** A connection that does not answer a ping within this time is dropped. */
  readonly pingMs: number;
  /** Outgoing bytes that a slow reader may let pile up. */
  readonly bufferedBytes: number;
}

const megabyte = 1024 * 1024;

export const defaultLimits: RelayLimits = {
  teamBytes: 2048 * megabyte,
  teamObjects: 4096,
  teamBranchEntries: 8192,
  connections: 4096,
  connectionsPerTeam: 1024,
  connectionsPerAddress: 1024,
  framesPerSecond: 2000,
  framesBurst: 20_000,
  bytesPerSecond: 64 * megabyte,
  bytesBurst: 256 * megabyte,
  proveMs: 10_000,
  pingMs: 30_000,
  bufferedBytes: 32 * megabyte,
};
