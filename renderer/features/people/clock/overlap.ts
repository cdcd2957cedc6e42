import { holds } from '#renderer/ui/index.ts';
import type { Span } from '#renderer/ui/index.ts';
import type { ClockPlace } from './group-places.ts';

const slotMs = 30 * 60_000;

/** How many places have stated hours at the middle of each slot of the window. */
const counts = (
  places: readonly ClockPlace[],
  window: Span,
): readonly { readonly from: number; readonly count: number }[] => {
  const slots: { from: number; count: number }[] = [];
  for (let from = window.from; from < window.to; from += slotMs) {
    slots.push({ from, count: places.filter((place) => holds(place.spans, from + slotMs / 2)).length });
  }
  return slots;
};

/** The most places that meet within a window, and when; ranges in half hours, longest-lasting count first by time. */
export const bestOverlap = (
  places: readonly ClockPlace[],
  window: Span,
): { readonly count: number; readonly ranges: readonly Span[] } => {
  const slots = counts(places, window);
  const count = Math.max(0, ...slots.map((slot) => slot.count));
  const ranges: Span[] = [];
  for (const slot of slots) {
    if (slot.count !== count || count === 0) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last.to === slot.from)
      ranges[ranges.length - 1] = { from: last.from, to: slot.from + slotMs };
    else ranges.push({ from: slot.from, to: Math.min(window.to, slot.from + slotMs) });
  }
  return { count, ranges };
};

/** Places with stated hours at an instant. */
export const workingPlaces = (places: readonly ClockPlace[], at: number): number =>
  places.filter((place) => holds(place.spans, at)).length;
