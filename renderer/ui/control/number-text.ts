/** What a number field holds while it is typed in: the number, or digits that say none yet or say it unfinished ("0."). */
export type NumberText = number | string;

/** The number that the text says; null for nothing, a lone sign or a lone mark. */
export const numberSaid = (text: NumberText): number | null => {
  if (typeof text === 'string' && !/\d/u.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
};

/**
 * What a field shows: the text as it was typed while it means the number that stands, else that number. A text that says
 * no number is left as well: what its owner makes of an empty field must not get between two keys.
 */
export const shownNumber = (typed: NumberText | null, value: number | null): NumberText => {
  if (typed !== null) {
    const said = numberSaid(typed);
    if (said === null || said === value) return typed;
  }
  return value ?? '';
};
