/**
 * `target`, except that reading a property it does not have throws: code under test must not use a part of Electron
 * that the stand-in would silently not do.
 */
export const strict = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get: (object, key, receiver) => {
      if (typeof key === 'string' && !(key in object) && key !== 'then' && key !== 'toJSON') {
        throw new Error(`The stand-in for Electron has no ${name}.${key}`);
      }
      const value: unknown = Reflect.get(object, key, receiver);
      return value;
    },
  });
