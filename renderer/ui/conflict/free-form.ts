/** A value of a field, as a record holds it. */
export type FieldValue = string | number | boolean | null;

/** How a value other than the sides can be written; `none` where only the sides make sense, such as for people. */
export type FreeForm = 'prose' | 'text' | 'number' | 'none';

interface Written {
  readonly value: FieldValue;
  readonly words: string;
}

/**
 * A side that shows other words than its value stands for something (a person, a state) and is only picked; texts and
 * numbers can also be written anew.
 */
export const formOfSides = (kind: 'value' | 'prose', sides: readonly Written[]): FreeForm => {
  if (kind === 'prose') return 'prose';
  if (sides.length > 0 && sides.every((side) => typeof side.value === 'number')) return 'number';
  const plain = sides.every((side) => typeof side.value === 'string' && side.words === side.value);
  return sides.length > 0 && plain ? 'text' : 'none';
};

/** What was typed instead of the sides; undefined while it is not a value of that form. */
export const readOther = (form: FreeForm, typed: string): FieldValue | undefined => {
  if (form === 'none' || typed.trim() === '') return undefined;
  if (form !== 'number') return typed;
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
};
