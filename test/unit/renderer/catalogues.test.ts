import { describe, expect, it } from 'vitest';
import {
  createText,
  directionOf,
  firstDayOf,
  languages,
  readChoice,
  resolveLanguage,
  speak,
} from '#renderer/i18n/index.ts';
import { en } from '#renderer/i18n/en/index.ts';
import { de } from '#renderer/i18n/de/index.ts';
import { ur } from '#renderer/i18n/ur/index.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every message of a catalogue by its dotted key. */
const flat = (tree: Tree, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as const] : flat(value, `${before}${key}.`),
  );

const pluralEnd = /_(ordinal_)?(zero|one|two|few|many|other)$/u;
const stem = (key: string): string => key.replace(pluralEnd, (_, ordinal: string | undefined) => `_${ordinal ?? ''}#`);

/** The forms that a language needs of a message: its own plural rules, and nothing that English says without them. */
const formsOf = (key: string, language: string): readonly string[] => {
  const [, ordinal, form] = pluralEnd.exec(key) ?? [];
  if (form === undefined || form === 'zero') return [key];
  const rules = new Intl.PluralRules(language, { type: ordinal === undefined ? 'cardinal' : 'ordinal' });
  return rules.resolvedOptions().pluralCategories.map((each) => stem(key).replace('#', each));
};

const holes = (message: string): readonly string[] =>
  [...message.matchAll(/\{\{(\w+)[^}]*\}\}/gu)].map((match) => match[1] ?? '').sort();
const tags = (message: string): readonly string[] =>
  [...message.matchAll(/<\/?\w+>/gu)].map((match) => match[0]).sort();

const english = new Map(flat(en));

describe.each([
  ['de', de],
  ['ur', ur],
] as const)('the catalogue %s', (language, tree) => {
  const own = new Map(flat(tree));

  it('says everything that English says, in every plural form of its language, and nothing else', () => {
    const needed = new Set([...english.keys()].flatMap((key) => formsOf(key, language)));
    expect([...needed].filter((key) => !own.has(key))).toEqual([]);
    expect([...own.keys()].filter((key) => !needed.has(key))).toEqual([]);
  });

  it('fills the same places as English; a form for one may leave the number out', () => {
    const wrong = [...own].filter(([key, message]) => {
      const same = english.get(key) ?? english.get(stem(key).replace('#', 'other'));
      if (same === undefined) return false;
      const mine = new Set(holes(message));
      const theirs = new Set(holes(same));
      const optional = /_(one|zero)$/u.test(key) ? 'count' : '';
      const differs = [...mine, ...theirs].some((hole) => mine.has(hole) !== theirs.has(hole) && hole !== optional);
      return differs || tags(message).join(' ') !== tags(same).join(' ');
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no message empty', () => {
    expect([...own].filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

describe('the language of a window', () => {
  it('is the chosen one, or the first of the system’s that Meridian speaks', () => {
    expect(resolveLanguage('ur', ['de-AT'])).toBe('ur');
    expect(resolveLanguage('system', ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(resolveLanguage('system', ['fr-FR'])).toBe('en');
    expect(readChoice('klingon')).toBe('system');
  });

  it('is written from right to left only in Urdu', () => {
    expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ur']);
  });

  it('begins the week where its readers do', () => {
    expect(languages.map(firstDayOf)).toEqual([1, 1, 7]);
  });

  it('keeps a title of the other direction together in a sentence, and leaves others as they are', async () => {
    const text = createText();
    expect(text.t('goals.more', { title: 'Plan (v1)' })).toBe('More about Plan (v1)');
    expect(text.t('goals.more', { title: 'منصوبہ (1)' })).toContain('\u2068منصوبہ (1)\u2069');
    await speak(text, 'ur');
    expect(text.t('goals.more', { title: 'Plan (v1)' })).toContain('\u2068Plan (v1)\u2069');
    expect(text.t('goals.more', { title: 'منصوبہ' })).not.toContain('\u2068');
    expect(text.t('goals.weight', { weight: 3 })).not.toContain('\u2068');
  });

  it('shows English where a catalogue lacks a message, and its own words where it has them', async () => {
    const text = createText();
    await speak(text, 'de');
    expect(text.t('app.places.today')).toBe('Heute');
    await speak(text, 'ur');
    expect(text.t('app.sync.waiting', { count: 2, name: 'Ana' })).toContain('2 اندراجات');
    const partly = createText();
    partly.addResourceBundle('de', 'translation', { app: { places: { today: 'Heute' } } });
    await speak(partly, 'de');
    expect(partly.t('app.places.today')).toBe('Heute');
    expect(partly.t('app.places.goals')).toBe('Goals');
  });
});
