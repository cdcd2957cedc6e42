/** Joins the class names that apply. CSS-module lookups may be undefined for the compiler, hence the loose input. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
