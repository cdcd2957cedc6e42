/** Bounds of SPEC S3, S20 and S21. Bytes unless said otherwise. */
export const limits = {
  frameBytes: 1024 * 1024 + 64 * 1024,
  objectBytes: 256 * 1024,
  rowsPerFrame: 1024,
  batchEntries: 256,
  batchBytes: 64 * 1024,
  /** Batches that a side takes in before it answers. */
  window: 8,
  /** The same where batches that come together are taken in together: as many as `unacknowledgedBytes` allows. */
  deviceWindow: 32,
  unacknowledgedBytes: 2 * 1024 * 1024,
  /** Rows a peer may name in one session: bounds the memory one peer can take. */
  rowsPerSession: 500_000,
  /** Questions about objects open at a time, each way. */
  openRequests: 32,
  sentenceChars: 300,
} as const;

export const protocolVersion = 1;
