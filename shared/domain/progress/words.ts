import type { KeyResultType } from '../../schema/index.ts';

/** At most four places after the point, without trailing zeros. */
const plain = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** A value with its unit, for sentences that the engine writes: "372 ms", "99.94%", "EUR 1200". */
export const sayValue = (value: number, of: { readonly type: KeyResultType; readonly unit: string }): string => {
  const said = Math.abs(value) < 1e12 ? plain(value) : String(value);
  if (of.type === 'boolean') return value >= 1 ? 'done' : 'not done';
  if (of.type === 'currency' && of.unit !== '') return `${of.unit} ${said}`;
  const unit = of.type === 'percent' && of.unit === '' ? '%' : of.unit;
  if (unit === '%') return `${said}%`;
  return unit === '' ? said : `${said} ${unit}`;
};

/**
 * A computed value, rounded to what the distance from start to target makes worth saying: about three digits of it. What
 * people report is shown as they reported it.
 */
export const estimate = (value: number, of: { readonly start: number; readonly target: number }): number => {
  const distance = Math.abs(of.target - of.start);
  if (!(distance > 0) || !Number.isFinite(distance)) return value;
  const places = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(distance))));
  return Number(value.toFixed(places));
};

/** A share as whole percent: "46%". Never rounds up to a 100 that is not reached. */
export const sayShare = (share: number): string =>
  `${share >= 1 ? Math.round(share * 100) : Math.min(99, Math.round(share * 100))}%`;
