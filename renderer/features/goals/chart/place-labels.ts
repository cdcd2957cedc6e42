/** A label that wants a place: where it would stand best along one axis, and how much room it takes. */
export interface Wanted {
  readonly at: number;
  readonly size: number;
}

/**
 * Moves labels that would overlap apart, in order, as little as possible, within `from` to `to`. Places are centres.
 */
export const spread = (labels: readonly Wanted[], from: number, to: number): readonly number[] => {
  const order = labels.map((label, index) => ({ ...label, index })).toSorted((a, b) => a.at - b.at);
  const placed = order.map((label) => Math.min(to - label.size / 2, Math.max(from + label.size / 2, label.at)));
  const gap = (index: number): number => ((order[index]?.size ?? 0) + (order[index + 1]?.size ?? 0)) / 2;
  // Down once and up once settles a handful of labels.
  for (let index = 0; index + 1 < placed.length; index++) {
    placed[index + 1] = Math.max(placed[index + 1] ?? 0, (placed[index] ?? 0) + gap(index));
  }
  const last = placed.length - 1;
  if (last >= 0) placed[last] = Math.min(placed[last] ?? 0, to - (order[last]?.size ?? 0) / 2);
  for (let index = last - 1; index >= 0; index--) {
    placed[index] = Math.min(placed[index] ?? 0, (placed[index + 1] ?? 0) - gap(index));
  }
  const result: number[] = [];
  order.forEach((label, index) => {
    result[label.index] = placed[index] ?? label.at;
  });
  return result;
};

/** Keeps those places that leave `room` to the one kept before, first and last always: for marks on one line. */
export const thin = (places: readonly number[], room: number): readonly boolean[] => {
  const last = places.length - 1;
  const end = places[last] ?? 0;
  let previous = -Infinity;
  return places.map((place, index) => {
    const fits = Math.abs(place - previous) >= room;
    const keep = index === 0 || index === last || (fits && Math.abs(end - place) >= room);
    if (keep) previous = place;
    return keep;
  });
};
