import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createText, speak } from '#renderer/i18n/index.ts';
import { sayerOf } from '#renderer/i18n/load.ts';
import { localValue } from '#renderer/i18n/sentences/numbers.ts';
import { createSayer, isMadeTitle } from '#renderer/i18n/sentences/sayer.ts';
import { sentences as de } from '#renderer/i18n/de/index.ts';
import { sentences as ur } from '#renderer/i18n/ur/index.ts';
import { engineSentences, fieldLabels, fragments, sentencesIn } from '../../support/engine-sentences.ts';

const spoken = new Set([...engineSentences().keys(), ...fieldLabels(), ...fragments]);
const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{\{(\d+)/gu)].map((match) => match[1] ?? '');

describe.each([
  ['German', de],
  ['Urdu', ur],
] as const)('what the engine says, in %s', (_, sentences) => {
  it('is all there, and nothing that it no longer says', () => {
    expect([...spoken].filter((english) => !Object.hasOwn(sentences, english))).toEqual([]);
    expect(Object.keys(sentences).filter((english) => !spoken.has(english))).toEqual([]);
  });

  it('fills only places that the English sentence has', () => {
    const wrong = Object.entries(sentences).filter(([english, saying]) => {
      const known = new Set(placesOf(english));
      return saying.trim() === '' || placesOf(saying).some((place) => !known.has(place));
    });
    expect(wrong).toEqual([]);
  });
});

describe('a sentence of the engine', () => {
  const list = {
    'A check-in': 'Ein Check-in',
    'There is no week {{0}}.': 'Die Woche {{0}} gibt es nicht.',
    'There is no week.': 'Die Woche gibt es nicht.',
    '{{0}} is missing from {{1}}.': 'In {{1}} fehlt: {{0|said}}.',
    'Ask somebody else.': 'Frag jemand anderen.',
  };
  const say = createSayer(list);

  it('is said with its values, and words of the engine in them are said too', () => {
    expect(say('There is no week 2026-W54.')).toBe('Die Woche 2026-W54 gibt es nicht.');
    expect(say('A check-in is missing from $& A check-in.')).toBe('In $& A check-in fehlt: Ein Check-in.');
  });

  it('is found among others in a row, and what nobody knows stays English', () => {
    expect(say('There is no week. Ask somebody else.')).toBe('Die Woche gibt es nicht. Frag jemand anderen.');
    expect(say('This came later. Ask somebody else.')).toBe('This came later. Frag jemand anderen.');
    expect(say('constructor')).toBe('constructor');
  });

  it('puts titles of the engine into words, and never the titles that people gave', async () => {
    const text = createText();
    await speak(text, 'de');
    const german = sayerOf(text, 'de');
    expect(german('Ana commented on Check-in of Bilal, week 20')).toBe(
      'Ana hat „Check-in von Bilal, Woche 20“ kommentiert',
    );
    expect(german('Ana commented on week plan')).toBe('Ana hat „week plan“ kommentiert');
    expect(['week 20', 'a record that is not here'].map(isMadeTitle)).toEqual([true, true]);
    expect(['week plan', 'by design', 'relay works', 'open'].map(isMadeTitle)).toEqual([false, false, false, false]);
  });

  it('keeps any value as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        expect(say(`There is no week ${value}.`)).toBe(`Die Woche ${value} gibt es nicht.`);
      }),
    );
  });

  it('is said in the language of the window, and left alone in English', async () => {
    const text = createText();
    await speak(text, 'de');
    expect(sayerOf(text, 'de')('Feedback is written once. Write another to add to it.')).toBe(
      'Feedback wird einmal geschrieben. Schreib ein weiteres, um etwas hinzuzufügen.',
    );
    expect(sayerOf(text, 'en')('Ask somebody else.')).toBe('Ask somebody else.');
  });
});

it('sentences are found in sources: plain and with values, but not queries of the database nor defects', () => {
  const source = `
    const a = fault('Say until when.');
    const b = \`There is no week \${week}.\`;
    const c = db.prepare('SELECT * FROM entries WHERE id = ?');
    throw new Error('This is a defect of ours.');
  `;
  expect(sentencesIn('shared/domain/x.ts', source)).toEqual(['Say until when.', 'There is no week {{0}}.']);
});

describe('numbers that the engine says', () => {
  it('stand as the language of the window writes them, in sentences and by themselves', async () => {
    const text = createText();
    await speak(text, 'de');
    const german = sayerOf(text, 'de');
    expect(german('Score 1.5 is not between 0 and 1.')).toBe('Die Bewertung 1,5 liegt nicht zwischen 0 und 1.');
    expect(german('The table has over 20000 rows. Split the file and import the parts.')).toContain('20.000 Zeilen');
    expect(localValue('EUR 20000.5', 'de')).toBe('EUR 20.000,5');
    expect(localValue('EUR 20,000.5', 'de')).toBe('EUR 20.000,5');
    expect(localValue('1,250 ms', 'de')).toBe('1.250 ms');
    expect(localValue('12.5 h', 'de')).toBe('12,5 h');
    expect(localValue('99.94%', 'de')).toBe('99,94\u00a0%');
    expect(localValue('99.94%', 'ur')).toBe('99.94%');
    expect(localValue('1234567.5 users', 'ur')).toBe('1,234,567.5 users');
    expect(localValue('43%', 'en')).toBe('43%');
  });

  it('leave words, titles, days and years as they are', async () => {
    for (const value of [
      '2026',
      '2026-05-11',
      '1,2,3',
      '12,34',
      '09:00-17:00',
      'Ship 3.5 first, then rest',
      'v1.2.3',
      '',
      'done',
    ])
      expect(localValue(value, 'de')).toBe(value);
    const text = createText();
    await speak(text, 'de');
    expect(sayerOf(text, 'de')('Ana commented on 3.5')).toContain('3.5');
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(localValue(value, 'en')).toBe(value);
        expect(() => localValue(value, 'de')).not.toThrow();
      }),
    );
  });
});
