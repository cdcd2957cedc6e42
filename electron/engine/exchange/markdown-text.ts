const spelled: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Text of people as Markdown that shows it letter by letter: no markup, no HTML, no images that load by themselves. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>|~#&]/g, (char) => spelled[char] ?? `\\${char}`)
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');

/** Parts of a page, those that say nothing left out. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** One line of it: for headings, table cells and list items. */
export const escapeLine = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim());
