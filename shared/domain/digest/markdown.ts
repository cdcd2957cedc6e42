/** One part of a digest: a heading and its lines, or the words for having none. */
export interface DigestPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly empty: string;
}

/**
 * Text of people as one line of Markdown that shows as it was written: what would start a list, a heading, a link or
 * markup is escaped, line breaks become spaces.
 */
export const asMarkdown = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/gu, '\\$&')
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');

/** A digest as Markdown: a title, a line on what it is, and each part as a list. Takes lines that are Markdown already. */
export const digestMarkdown = (digest: {
  readonly title: string;
  readonly about: string;
  readonly parts: readonly DigestPart[];
}): string =>
  [
    `# ${asMarkdown(digest.title)}`,
    '',
    digest.about,
    ...digest.parts.flatMap(({ title, lines, empty }) => [
      '',
      `## ${asMarkdown(title)}`,
      '',
      ...(lines.length === 0 ? [empty] : lines.map((line) => `- ${line}`)),
    ]),
    '',
  ].join('\n');
