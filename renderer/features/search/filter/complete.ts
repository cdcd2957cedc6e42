import { called, choicesOf, folded } from './known.ts';
import type { Choice, Known } from './known.ts';
import { filterNames, tokenText } from './tokens.ts';
import type { FilterName, FilterWords } from './tokens.ts';

/** One way to go on with what is being typed. */
export interface Completion {
  readonly id: string;
  /** What is written in place of the last word. */
  readonly token: string;
  /** What it means. */
  readonly label: string;
  /** The whole text when it is taken. A finished filter ends with a space. */
  readonly text: string;
  /** Names a filter of which only the beginning was typed: it may be meant as a word, so nothing takes it unasked. */
  readonly maybe: boolean;
}

export interface CompletionWorld {
  readonly known: Known;
  readonly words: FilterWords;
  /** The word of each filter in the reader's language, and what it does. */
  readonly wordOf: (name: FilterName) => string;
  readonly labelOf: (name: FilterName) => string;
  /** Days worth proposing, with what they are called. */
  readonly days: readonly { readonly day: string; readonly label: string }[];
}

const most = 8;
const last = /(?:^|\s)([\p{L}-]+:(?:"[^"]*|[^\s"]*)|\S+)$/u;

/** Shortest of the names that means this choice and no other: "ana" while there is one Ana. */
const nameFor = (choice: Choice, among: readonly Choice[]): string => {
  const [first = ''] = choice.name.split(/\s+/u);
  const short = folded(first);
  return called(among, short).length === 1 && called(among, short)[0]?.id === choice.id ? short : choice.name;
};

const filters = (head: string, typed: string, world: CompletionWorld): readonly Completion[] =>
  filterNames
    .filter((name) => folded(world.wordOf(name)).startsWith(folded(typed)))
    .map((name) => {
      const token = `${world.wordOf(name)}:`;
      return { id: `filter-${name}`, token, label: world.labelOf(name), text: `${head}${token}`, maybe: true };
    });

/**
 * How what is typed can go on, judged by its last word: the beginning of a filter's name, or of its value. Empty where
 * plain words are typed.
 */
export const completionsOf = (text: string, world: CompletionWorld): readonly Completion[] => {
  const typed = last.exec(text)?.[1] ?? '';
  const head = text.slice(0, text.length - typed.length);
  const colon = typed.indexOf(':');
  if (colon === -1) return typed.length < 2 ? [] : filters(head, typed, world);
  const word = typed.slice(0, colon).toLocaleLowerCase();
  const name = world.words.get(word);
  if (name === undefined) return [];
  const value = typed.slice(colon + 1).replaceAll('"', '');
  const whole = (token: string, label: string, id: string): Completion => ({
    id: `${name}-${id}`,
    token,
    label,
    text: `${head}${token} `,
    maybe: false,
  });
  const choices = choicesOf(world.known, name);
  if (choices === undefined)
    return world.days
      .filter(({ day }) => day.startsWith(value))
      .map(({ day, label }) => whole(tokenText(word, day), label, day));
  const matching = value === '' ? choices : called(choices, value);
  return matching
    .slice(0, most)
    .map((choice) => whole(tokenText(word, nameFor(choice, choices)), choice.name, choice.id));
};
