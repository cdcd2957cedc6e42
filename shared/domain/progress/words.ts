import type { KeyResultType } from '../../schema/index.ts';

/** At most four places after the point, without trailing zeros. */
const places = { maximumFractionDigits: 4 } as const;
const grouped = new Intl.NumberFormat('en-US', places);
const ungrouped = new Intl.NumberFormat('en-US', { ...places, useGrouping: false });

/** A whole number of four digits without a unit may be a year. */
const mayBeYear = (value: number, unit: string): boolean =>
  unit === '' && Number.isInteger(value) && Math.abs(value) < 10_000;

/** A value with its unit, for sentences that the engine writes: "372 ms", "99.94%", "EUR 1,200". */
export const sayValue = (value: number, of: { readonly type: KeyResultType; readonly unit: string }): string => {
  const digits = mayBeYear(value, of.unit) ? ungrouped : grouped;
  const said = Math.abs(value) < 1e12 ? digits.format(value === 0 ? 0 : value) : String(value);
  if (of.type === 'boolean') return value >= 1 ? 'done' : 'not done';
  if (of.type === 'currency' && of.unit !== '') return `${of.unit} ${said}`;
  const unit = of.type === 'percent' && of.unit === '' ? '%' : of.unit;
  if (unit === '%') return `${said}%`;
  return unit === '' ? said : `${said} ${unit}`;
};

/**
 * A computed value, rounded to what the distance from start to target makes worth saying. What people report is shown as
 * they reported it.
 *
 * @param digits how many digits of the distance
 */
export const estimate = (
  value: number,
  of: { readonly start: number; readonly target: number },
  digits: 2 | 3 = 3,
): number => {
  const distance = Math.abs(of.target - of.start);
  if (!(distance > 0) || !Number.isFinite(distance)) return value;
  const places = Math.min(6, Math.max(0, digits - 1 - Math.floor(Math.log10(distance))));
  return Number(value.toFixed(places));
};

/** A share as whole percent: "46%". Never rounds up to a 100 that is not reached. */
export const sayShare = (share: number): string =>
  `${share >= 1 ? Math.round(share * 100) : Math.min(99, Math.round(share * 100))}%`;
