/** Ascending, disjoint ranges of op counters, both ends included. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** `ranges` with `counter` added, which has to be above all in it. */
export const extend = (ranges: [number, number][], counter: number): void => {
  const last = ranges.at(-1);
  if (last !== undefined && last[1] === counter - 1) last[1] = counter;
  else ranges.push([counter, counter]);
};

export const contains = (ranges: Ranges, counter: number): boolean => {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (counter < range[0]) high = middle - 1;
    else if (counter > range[1]) low = middle + 1;
    else return true;
  }
  return false;
};
