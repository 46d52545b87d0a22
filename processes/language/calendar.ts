import type { LocalDate } from './ids.ts';
import { addDays, dateOfDay, dayNumber, localDate, partsOf, weekday } from './local-date.ts';

/** A public holiday; `key` is put into words by ui/texts `holiday.<key>`. */
export type Holiday = { on: LocalDate; key: HolidayKey };
export type HolidayKey = (typeof fixedHolidays)[number]['key'] | (typeof movableHolidays)[number]['key'];

/** Act of 18 January 1951 on days free from work, art. 1; `since` = first year of a later addition. */
const fixedHolidays = [
  { key: 'newYear', month: 1, day: 1 },
  { key: 'epiphany', month: 1, day: 6, since: 2011 },
  { key: 'labourDay', month: 5, day: 1 },
  { key: 'constitutionDay', month: 5, day: 3 },
  { key: 'assumption', month: 8, day: 15 },
  { key: 'allSaints', month: 11, day: 1 },
  { key: 'independenceDay', month: 11, day: 11 },
  { key: 'christmasEve', month: 12, day: 24, since: 2025 },
  { key: 'christmasDay', month: 12, day: 25 },
  { key: 'secondChristmasDay', month: 12, day: 26 },
] as const;
const movableHolidays = [
  { key: 'easterSunday', afterEaster: 0 },
  { key: 'easterMonday', afterEaster: 1 },
  { key: 'pentecost', afterEaster: 49 },
  { key: 'corpusChristi', afterEaster: 60 },
] as const;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of Meeus, Jones and Butcher. */
export const easterOf = (year: number): LocalDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const day = epact + toSunday - 7 * late + 114;
  return localDate(year, Math.floor(day / 31), (day % 31) + 1);
};

/** Public holidays of a year in order of date, Sundays that are no holiday left out. */
export const holidaysOf = (year: number): Holiday[] => {
  const easter = easterOf(year);
  return [
    ...fixedHolidays
      .filter((holiday) => !('since' in holiday) || year >= holiday.since)
      .map(({ key, month, day }) => ({ key, on: localDate(year, month, day) })),
    ...movableHolidays.map(({ key, afterEaster }) => ({ key, on: addDays(easter, afterEaster) })),
  ].sort((a, b) => a.on.localeCompare(b.on));
};

export type FreeDay = { rule: 'saturday' | 'sunday' } | { rule: 'holiday'; value: HolidayKey };

/** Why the offices are closed on that day; nothing on a working day. A holiday at the weekend is told as a holiday. */
export const freeDay = (date: LocalDate): FreeDay | undefined => {
  const holiday = holidaysOf(partsOf(date)[0]).find(({ on }) => on === date);
  if (holiday) return { rule: 'holiday', value: holiday.key };
  const day = weekday(date);
  if (day === 6) return { rule: 'saturday' };
  return day === 7 ? { rule: 'sunday' } : undefined;
};

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate): number => {
  if (to < from) return 0 - workingDaysBetween(to, from);
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) }, (_, index) =>
    dateOfDay(dayNumber(from) + index + 1),
  );
  return days.filter((day) => !freeDay(day)).length;
};
