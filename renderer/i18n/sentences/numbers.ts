import { sayNumber, sayPercentage } from '../numbers.ts';

/** A value as the engine says it (`sayValue`, `sayShare`): "99.94%", "EUR 1,200.5", "1.25 h", "EUR 3". */
const engineValue = /^(?:(\S{1,24}) )?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%)?(?: (\S.{0,23}))?$/u;

/**
 * A value of the engine with its number as the language writes it: "99,94 %". What is no such value stays as it is, and
 * so do whole numbers without a unit below ten thousand, which may be years.
 */
export const localValue = (value: string, language: string): string => {
  if (language === 'en') return value;
  const [, before, digits, percent, after] = engineValue.exec(value) ?? [];
  if (digits === undefined || (before !== undefined && (after !== undefined || percent !== undefined))) return value;
  const number = Number(digits.replaceAll(',', ''));
  const bare = before === undefined && after === undefined && percent === undefined;
  if (bare && Number.isInteger(number) && Math.abs(number) < 10_000) return value;
  if (percent !== undefined) {
    const said = sayPercentage(number, language);
    return after === undefined ? said : `${said} ${after}`;
  }
  const said = sayNumber(number, language);
  if (before !== undefined) return `${before} ${said}`;
  return after === undefined ? said : `${said} ${after}`;
};
