/** Somebody who can be spoken to in a text. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** Who is spoken to, and how the text names them after an `@`. */
export interface MentionOf {
  readonly personId: string;
  readonly as: string;
}

/** What is typed after an `@` right before the caret; null where nobody is being named. */
export interface Naming {
  /** Where the `@` stands. */
  readonly at: number;
  readonly typed: string;
}

/** A name that is being typed: at the start of a word, two words at most, without an `@` or a line's end in it. */
export const namingAt = (text: string, caret: number): Naming | null => {
  const found = /(?:^|[\s([{"'«„“])@([^\s@]*(?: [^\s@]*)?)$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? null : { at: caret - typed.length - 1, typed };
};

const plain = (text: string): string => text.toLocaleLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Whom a beginning could name: by the start of the name or of one of its parts, at most `most`, as they are listed. */
export const suggestions = (people: readonly Mentionable[], { typed }: Naming, most = 6): readonly Mentionable[] => {
  const wanted = plain(typed);
  // A full name with a space behind it is written; nothing has to be offered any more.
  return people
    .filter(({ name }) => {
      const full = plain(name);
      return full !== '' && full !== wanted.trimEnd() && (full.startsWith(wanted) || full.includes(` ${wanted}`));
    })
    .slice(0, most);
};

/** The text with a name put in place of what was typed of it, and where the caret goes. */
export const complete = (
  text: string,
  naming: Naming,
  name: string,
): { readonly text: string; readonly caret: number } => {
  const end = naming.at + 1 + naming.typed.length;
  const rest = text.slice(end);
  const said = `@${name}${/^\s/u.test(rest) ? '' : ' '}`;
  return { text: text.slice(0, naming.at) + said + rest, caret: naming.at + name.length + 2 };
};

/** A piece of a text: words, or a mention with the person it names. */
export interface Piece {
  readonly text: string;
  readonly personId: string | null;
}

/** A text in pieces, so that joining them gives the text. Longer names win: "@Ana Moreira" is not "@Ana". */
export const piecesOf = (text: string, mentions: readonly MentionOf[]): readonly Piece[] => {
  const names = mentions.filter(({ as }) => as !== '').toSorted((a, b) => b.as.length - a.as.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const named = names.find(({ as }) => text.startsWith(as, at + 1));
    if (named === undefined || at < from) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), personId: null });
    from = at + 1 + named.as.length;
    pieces.push({ text: text.slice(at, from), personId: named.personId });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), personId: null });
  return pieces;
};

/** Everybody whom a text names by their full name after an `@`, each once. */
export const mentionsIn = (text: string, people: readonly Mentionable[]): readonly MentionOf[] => {
  const known = people.map(({ id, name }) => ({ personId: id, as: name }));
  const named = new Set(piecesOf(text, known).map(({ personId }) => personId));
  return known.filter(({ personId, as }) => as !== '' && named.has(personId));
};
