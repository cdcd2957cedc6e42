import { csvText } from '../../std/index.ts';
import { asMarkdown } from '../digest/markdown.ts';

/** A link with whom it is for and where to send it. */
interface ListedLink {
  readonly name: string;
  readonly contact: string;
  readonly role: string;
  readonly link: string;
  /** Until when it works, in words. */
  readonly until: string;
}

export type InvitationHeads = Readonly<Record<keyof ListedLink, string>>;

const cellsOf = ({ name, contact, role, link, until }: ListedLink): readonly string[] => [
  name,
  contact,
  role,
  link,
  until,
];

/** Invitation links as CSV, for a mail merge or a spreadsheet. */
export const invitationsCsv = (links: readonly ListedLink[], heads: InvitationHeads): string =>
  csvText(cellsOf(heads), links.map(cellsOf));

/** Invitation links as a Markdown table. */
export const invitationsMarkdown = (links: readonly ListedLink[], heads: InvitationHeads): string => {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    row(cellsOf(heads).map(asMarkdown)),
    row(cellsOf(heads).map(() => '---')),
    // A link is spelled in letters that mean nothing in Markdown; escaped, it would lead nowhere.
    ...links.map((one) => row(cellsOf(one).map((cell) => (cell === one.link ? cell : asMarkdown(cell))))),
  ].join('');
};
