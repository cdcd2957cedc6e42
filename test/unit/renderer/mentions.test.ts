import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete, mentionsIn, namingAt, piecesOf, suggestions } from '#renderer/ui/mentions/mentions.ts';

const people = [
  { id: 'a', name: 'Ana' },
  { id: 'm', name: 'Ana Moreira' },
  { id: 's', name: 'Sérgio Prado' },
];

test('a name is being typed after an @ at the start of a word, and not in an address', () => {
  expect(namingAt('Ask @an', 7)).toEqual({ at: 4, typed: 'an' });
  expect(namingAt('@Ana Mor', 8)).toEqual({ at: 0, typed: 'Ana Mor' });
  expect(namingAt('me@here', 7)).toBeNull();
  expect(namingAt('@Ana Moreira said', 17)).toBeNull();
});

test('names are offered by the start of any of their parts, without accents, and no more once they are written', () => {
  const names = (typed: string) => suggestions(people, { at: 0, typed }).map(({ name }) => name);
  expect(names('')).toEqual(['Ana', 'Ana Moreira', 'Sérgio Prado']);
  expect(names('ser')).toEqual(['Sérgio Prado']);
  expect(names('PRA')).toEqual(['Sérgio Prado']);
  expect(names('Ana Moreira ')).toEqual([]);
});

test('picking a name puts it where it was typed, with the caret behind it', () => {
  expect(complete('Ask @an, please', { at: 4, typed: 'an' }, 'Ana Moreira')).toEqual({
    text: 'Ask @Ana Moreira , please',
    caret: 17,
  });
});

test('the longer name is meant where one begins like another; each is named once', () => {
  expect(mentionsIn('@Ana Moreira and @Ana Moreira', people)).toEqual([{ personId: 'm', as: 'Ana Moreira' }]);
  expect(mentionsIn('Ana, write to ana@example.org', people)).toEqual([]);
});

test('whatever is written, its pieces joined are the text', () => {
  const words = fc.array(fc.constantFrom('@', 'Ana', ' Moreira', '@Ana', '@Sérgio Prado', ' ', '\n', 'x'));
  const mentions = people.map(({ id, name }) => ({ personId: id, as: name }));
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      const pieces = piecesOf(text, mentions);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => piece.personId === null || piece.text.startsWith('@'))).toBe(true);
    }),
  );
});
