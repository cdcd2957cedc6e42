/** Values by key, the least recently used freed first. Pinned ones stay, whatever the capacity. */
export interface Cache<T> {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T) => void;
  readonly pin: (key: string) => void;
  readonly unpin: (key: string) => void;
  readonly drop: (key: string) => void;
  readonly clear: () => void;
  readonly size: () => number;
}

export const createCache = <T>(capacity: number, free: (value: T) => void): Cache<T> => {
  /** Those that may be freed, the least recently used first. */
  const loose = new Map<string, T>();
  // Apart from the others, so that looking for one to free never passes by thousands that must stay.
  const pinned = new Map<string, T>();

  const drop = (key: string): void => {
    const value = loose.get(key) ?? pinned.get(key);
    if (value === undefined) return;
    loose.delete(key);
    pinned.delete(key);
    free(value);
  };

  /** Frees down to the capacity, but never `kept`, which somebody is about to use. */
  const shrink = (kept: string): void => {
    for (const key of loose.keys()) {
      if (loose.size <= capacity) return;
      if (key !== kept) drop(key);
    }
  };

  return {
    get: (key) => {
      const value = loose.get(key);
      if (value === undefined) return pinned.get(key);
      loose.delete(key);
      loose.set(key, value);
      return value;
    },
    put: (key, value) => {
      drop(key);
      loose.set(key, value);
      shrink(key);
    },
    pin: (key) => {
      const value = loose.get(key);
      if (value === undefined) return;
      loose.delete(key);
      pinned.set(key, value);
    },
    unpin: (key) => {
      const value = pinned.get(key);
      if (value === undefined) return;
      pinned.delete(key);
      loose.set(key, value);
      shrink(key);
    },
    drop,
    clear: () => {
      for (const key of [...loose.keys(), ...pinned.keys()]) drop(key);
    },
    size: () => loose.size + pinned.size,
  };
};
