/**
 * What the engine says, by its English sentence with numbered places: "A {{0}} is missing from the lists.". A place that
 * holds words of the engine, which are in the list themselves, is marked in the other language: "Es fehlt: {{0|said}}.".
 * `|title` marks one that holds a title, which a person wrote or the engine made.
 */
export type Sentences = Readonly<Record<string, string>>;

interface Form {
  readonly shape: RegExp;
  readonly saying: string;
}

const place = /\{\{(\d+)(\|said|\|title)?\}\}/gu;
const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Letters of a sentence that are its own; of two forms that fit, the one that says more is meant. */
const ownLength = (english: string): number => english.replaceAll(place, '').length;

const formsOf = (sentences: Sentences): readonly Form[] =>
  Object.entries(sentences)
    .filter(([english]) => english.search(place) >= 0)
    .sort(([one], [other]) => ownLength(other) - ownLength(one))
    .map(([english, saying]) => ({
      shape: new RegExp(
        `^${english
          .split(place)
          .map((part, at) => (at % 3 === 0 ? literal(part) : at % 3 === 1 ? '(.*?)' : ''))
          .join('')}$`,
        'su',
      ),
      saying,
    }));

/** Titles that the engine makes. What people call their goals and tasks is never put into other words. */
const madeTitle =
  /^(?:Check-in of .+, week \d{1,2}|Check-in for week \d{1,2}|week \d{1,2}|Erased by .+ on \d{4}-\d{2}-\d{2}|a (?:record|key result) that is not here)$/su;

/** Whether a title is the engine's own, and not one that a person gave. */
export const isMadeTitle = (title: string): boolean => madeTitle.test(title);

/** Where one sentence may end and the next begin. */
const between = /(?<=[.?!]) (?=[\p{Lu}“])/u;

/**
 * Says sentences of the engine in the language of the list. One that is not in it (of a newer engine, or kept from an
 * older one) stays as it is; of several in a row each is looked for.
 *
 * @param set puts a value into the sentence, as the language needs it
 * @param number says a value that is a number, before that; titles are never numbers
 */
export const createSayer = (
  sentences: Sentences,
  set: (value: string) => string = (value) => value,
  number: (value: string) => string = (value) => value,
): ((english: string) => string) => {
  const forms = formsOf(sentences);

  const whole = (english: string): string | undefined => {
    const same = Object.hasOwn(sentences, english) ? sentences[english] : undefined;
    if (same !== undefined) return same;
    for (const { shape, saying } of forms) {
      const values = shape.exec(english)?.slice(1);
      if (values === undefined) continue;
      return saying.replaceAll(place, (_, index: string, known: string | undefined) => {
        const value = values[Number(index)] ?? '';
        const own = known === '|said' || (known === '|title' && isMadeTitle(value));
        return set(own ? say(value) : known === '|title' ? value : number(value));
      });
    }
    return undefined;
  };

  const say = (english: string): string => {
    const at = whole(english);
    if (at !== undefined) return at;
    const parts = english.split(between);
    for (let until = parts.length - 1; until > 0; until -= 1) {
      const first = whole(parts.slice(0, until).join(' '));
      if (first !== undefined) return `${first} ${say(parts.slice(until).join(' '))}`;
    }
    const [first = '', ...rest] = parts;
    return rest.length === 0 ? english : `${first} ${say(rest.join(' '))}`;
  };

  return say;
};
