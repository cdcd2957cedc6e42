/** "Check-in of Bilal Ahmed, week 19": how a check-in is called wherever it is not on its own page. */
export const checkInTitle = (name: string, week: string): string => `Check-in of ${name}, ${weekWords(week)}`;

/** "week 19" of 2026-W19. */
export const weekWords = (week: string): string => `week ${Number(week.slice(6))}`;
