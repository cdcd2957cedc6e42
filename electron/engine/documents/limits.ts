/** Most ops one change may hold (formats, section 2). */
export const maxOps = 20_000;

/** Ops after which an edit starts another change, so that its own replicas never refuse it. */
export const splitOps = 16_000;

/** Counters of ops stay below this, whatever a change claims (formats, section 2). */
export const maxCounter = 2 ** 24;

/** Bytes of one change: 20,000 ops of prose take about 100 KB, the rest is room for values. */
export const maxChangeBytes = 1 << 20;

/** Characters (UTF-16 units) of one scalar. Prose has no such limit, it is ops. */
export const maxScalarLength = 20_000;

/** Edit distance, in words, up to which two texts are compared word by word; beyond it the middle is replaced whole. */
export const maxEditLength = 2_000;
