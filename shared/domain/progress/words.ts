import type { KeyResultType } from '../../schema/index.ts';

/** At most four places after the point, without trailing zeros. */
const plain = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** A value with its unit, for sentences that the engine writes: "372 ms", "99.94 %", "EUR 1200". */
export const sayValue = (value: number, of: { readonly type: KeyResultType; readonly unit: string }): string => {
  const said = Math.abs(value) < 1e12 ? plain(value) : String(value);
  if (of.type === 'boolean') return value >= 1 ? 'done' : 'not done';
  if (of.type === 'currency' && of.unit !== '') return `${of.unit} ${said}`;
  if (of.type === 'percent') return `${said} ${of.unit === '' ? '%' : of.unit}`;
  return of.unit === '' ? said : `${said} ${of.unit}`;
};

/** A share as whole percent: "46 %". Never rounds up to a 100 that is not reached. */
export const sayShare = (share: number): string =>
  `${share >= 1 ? Math.round(share * 100) : Math.min(99, Math.round(share * 100))} %`;
