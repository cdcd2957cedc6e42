/** "Check-in of Bilal Ahmed, week 19": how a check-in is called wherever it is not on its own page. */
export const checkInTitle = (name: string, week: string): string => `Check-in of ${name}, ${weekWords(week)}`;

/** "week 19" of 2026-W19. */
export const weekWords = (week: string): string => `week ${Number(week.slice(6))}`;

/** The first line of a text, short enough for a list. */
export const firstLine = (text: string, most = 120): string => {
  const chars = [...(text.trimStart().split(/[\r\n]/, 1)[0] ?? '')];
  return chars.length <= most ? chars.join('') : `${chars.slice(0, most - 1).join('')}…`;
};
