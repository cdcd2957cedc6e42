import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDraftSaver } from '#renderer/state/draft-saver.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** A disk that finishes a save when the test says so. */
const disk = () => {
  const saves: string[] = [];
  const done: ((ok: boolean) => void)[] = [];
  const known: string[] = [];
  const saver = createDraftSaver({
    save: (value) => {
      saves.push(value);
      return new Promise((resolve) => done.push(resolve));
    },
    onSaved: (value) => known.push(value),
  });
  return {
    saver,
    saves,
    known,
    finish: async (ok = true): Promise<void> => {
      done.shift()?.(ok);
      await settle();
    },
  };
};

test('the first keystroke is saved at once, and what comes meanwhile right after it, as it is by then', async () => {
  const { saver, saves, known, finish } = disk();
  for (const value of ['a', 'ab', 'abc']) saver.set(value);
  expect(saves).toEqual(['a']);
  await finish();
  expect(saves).toEqual(['a', 'abc']);
  await finish();
  expect(known).toEqual(['a', 'abc']);
  saver.set('abcd');
  expect(saves.at(-1)).toBe('abcd');
});

test('a failed save is not called saved; the next state is tried', async () => {
  const { saver, saves, known, finish } = disk();
  saver.set('a');
  saver.set('ab');
  await finish(false);
  await finish();
  expect(saves).toEqual(['a', 'ab']);
  expect(known).toEqual(['ab']);
});

test('however keystrokes and saves interleave, the last state is saved last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (steps) => {
      const { saver, saves, known, finish } = disk();
      let typed = '';
      for (const types of [true, ...steps]) {
        if (types) saver.set((typed += 'x'));
        else await finish();
      }
      await finish();
      await finish();
      expect(saves.at(-1)).toBe(typed);
      expect(known.at(-1)).toBe(typed);
    }),
  );
});
