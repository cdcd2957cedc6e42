/** What a recovery sheet says besides the words and the code. */
export interface SheetFacts {
  readonly teamName: string;
  readonly personName: string;
  readonly relayUrls: readonly string[];
  /** `YYYY-MM-DD` on the calendar of UTC. */
  readonly date: string;
}

const columns = 4;

/** Words with their numbers, in rows, so that a person can compare them one by one. */
const table = (words: readonly string[]): string =>
  Array.from({ length: Math.ceil(words.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => {
      const at = row * columns + column;
      return `${String(at + 1).padStart(2)}. ${(words[at] ?? '').padEnd(10)}`;
    })
      .join('  ')
      .trimEnd(),
  ).join('\n');

/**
 * The sheet as plain text, for paper, a safe or a password manager. The words alone restore everything through a relay;
 * the rest saves looking things up.
 */
export const recoverySheet = (words: readonly string[], code: string, facts: SheetFacts): string =>
  `MERIDIAN RECOVERY SHEET
Team: ${facts.teamName}
Person: ${facts.personName}
Made: ${facts.date}

Whoever has these 24 words can read everything you can read and write in your name.
Keep this sheet where you keep your passport. Never type the words into a website.

The 24 words, in this order:

${table(words)}

Relays of the team:
${facts.relayUrls.length === 0 ? '(none; restore from a backup file or from a teammate’s machine)' : facts.relayUrls.join('\n')}

To restore: install Meridian, choose "Restore", type the words and a relay of the team.
If you lost this sheet, or somebody else has seen it, make a new phrase in Data & trust.

How to find the team on the local network (opens nothing by itself):
${code}
`;
