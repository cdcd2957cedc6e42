import { sayNumber } from '#renderer/i18n/index.ts';
import type { KeyResultView } from '#shared/protocol/index.ts';

type Unit = Pick<KeyResultView, 'unit' | 'type'>;

/** What stands behind a number of a key result; percent needs no unit of its own. */
export const unitOf = (of: Unit): string => (of.unit === '' && of.type === 'percent' ? '%' : of.unit);

/** "63%", "372 ms", "EUR 1,200". */
export const withUnit = (value: number, of: Unit, language: string): string => {
  const said = sayNumber(value, language);
  const unit = unitOf(of);
  if (unit === '') return said;
  if (of.type === 'currency') return `${unit} ${said}`;
  return unit === '%' ? `${said}%` : `${said} ${unit}`;
};
