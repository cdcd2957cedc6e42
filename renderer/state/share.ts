const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The next value with every part that did not change taken from the previous one, so that selectors see the same
 * object and components that show an unchanged part do not render again. Plain JSON data only.
 */
export const shareUnchanged = <T>(previous: unknown, next: T): T => {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const items: readonly unknown[] = next;
    const shared = items.map((item, index) => shareUnchanged(previous[index] as unknown, item));
    const same = previous.length === shared.length && shared.every((item, index) => Object.is(item, previous[index]));
    return (same ? previous : shared) as T;
  }
  if (isObject(previous) && isObject(next)) {
    const keys = Object.keys(next);
    const shared = Object.fromEntries(keys.map((key) => [key, shareUnchanged(previous[key], next[key])]));
    const same =
      keys.length === Object.keys(previous).length &&
      keys.every((key) => Object.hasOwn(previous, key) && Object.is(shared[key], previous[key]));
    return (same ? previous : shared) as T;
  }
  return next;
};
