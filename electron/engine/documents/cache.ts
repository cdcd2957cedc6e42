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
  const values = new Map<string, T>();
  const pinned = new Set<string>();

  const drop = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    pinned.delete(key);
    free(value);
  };

  /** Frees down to the capacity, but never `kept`, which somebody is about to use. */
  const shrink = (kept?: string): void => {
    for (const key of values.keys()) {
      if (values.size - pinned.size <= capacity) return;
      if (key !== kept && !pinned.has(key)) drop(key);
    }
  };

  return {
    get: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    put: (key, value) => {
      drop(key);
      values.set(key, value);
      shrink(key);
    },
    pin: (key) => {
      if (values.has(key)) pinned.add(key);
    },
    unpin: (key) => {
      pinned.delete(key);
      shrink(key);
    },
    drop,
    clear: () => {
      for (const key of [...values.keys()]) drop(key);
    },
    size: () => values.size,
  };
};
