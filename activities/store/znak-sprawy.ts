import type { NewFiling } from './store.ts';

type Register = NewFiling['register'];

/** One gapless sequence of numbers: unit, class and year. */
export const registerId = ({ symbol, jrwa, year }: Register): string => `${symbol}.${jrwa}.${year}`;

/** The number with that place in the register. The year is what stands last in a register's id. */
export const numberIn = (register: string, ordinal: number): string => {
  const beforeYear = register.lastIndexOf('.');
  return `${register.slice(0, beforeYear)}.${ordinal}${register.slice(beforeYear)}`;
};

/** Znak sprawy: `unit.class.number.year`. */
export const znakSprawy = (register: Register, ordinal: number): string => numberIn(registerId(register), ordinal);
