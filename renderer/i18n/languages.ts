/** Languages the interface speaks, in the order of the choice. */
export const languages = ['en', 'de', 'ur'] as const;
export type Language = (typeof languages)[number];

/** What a person may choose: a language, or the one of the system. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** Every language by its own name, so that whoever needs it can read it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', ur: 'اردو' };

interface WeekInfo {
  readonly firstDay: number;
}

/** The way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ur' ? 'rtl' : 'ltr');

/**
 * The day a week begins with where a language is read, 1 (Monday) to 7 (Sunday). Weeks of check-ins are ISO weeks and
 * begin on Monday everywhere.
 */
export const firstDayOf = (language: string): number => {
  const locale: Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo } = new Intl.Locale(
    localeOf(language),
  );
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
};

/** The locale for Intl. English dates stand in the order of the design ("Wednesday 13 May"); others as they are. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** A stored or typed choice; anything unknown means the system's language. */
export const readChoice = (stored: unknown): LanguageChoice =>
  languageChoices.find((choice) => choice === stored) ?? 'system';

/**
 * The language to show: the chosen one, or the first of the system's that we have ("de-AT" counts as German).
 *
 * @param preferred BCP 47 tags in order of preference, as `navigator.languages` gives them
 */
export const resolveLanguage = (choice: LanguageChoice, preferred: readonly string[]): Language => {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const known = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (known !== undefined) return known;
  }
  return 'en';
};
