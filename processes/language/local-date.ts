import type { LocalDate } from './ids.ts';

const dayLength = 86_400_000;

/** Number of the day since 1970-01-01; throws for what is no calendar date. UTC is only the unit of counting here: no zone takes part. */
export const dayNumber = (date: LocalDate): number => {
  const number = Date.parse(`${date}T00:00:00.000Z`) / dayLength;
  if (!isLocalDate(date) || !Number.isInteger(number))
    throw new Error('Expected a date YYYY-MM-DD but got something else');
  return number;
};

export const dateOfDay = (number: number): LocalDate => new Date(number * dayLength).toISOString().slice(0, 10);

/** Whether this is a day that exists, written `YYYY-MM-DD`. */
export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
};

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/** The same day of the month `months` later, or the last day of that month when it has no such day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = partsOf(date);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOfDay(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) / dayLength);
};

/** Monday is 1, Sunday is 7. */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const partsOf = (date: LocalDate): [year: number, month: number, day: number] => {
  const day = new Date(dayNumber(date) * dayLength);
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
};

export const localDate = (year: number, month: number, day: number): LocalDate =>
  dateOfDay(Date.UTC(year, month - 1, day) / dayLength);
