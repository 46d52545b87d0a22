import type { Instant, LocalDate } from './ids.ts';
import { addDays, dayNumber } from './local-date.ts';

const warsawClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** What clocks in Warsaw show, as if it were UTC: the difference to the instant is the offset of the zone. */
const wallTime = (instant: number): number => {
  const parts = Object.fromEntries(warsawClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

/** The calendar date in Europe/Warsaw at that instant. */
export const localDateOf = (instant: Instant): LocalDate => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new Error('Expected an RFC 3339 instant but got something else');
  return new Date(wallTime(milliseconds)).toISOString().slice(0, 10);
};

/** The first instant of the day in Europe/Warsaw; summer and winter time are respected. */
export const startOfDay = (date: LocalDate): Instant => {
  const midnight = dayNumber(date) * 86_400_000;
  // Clocks in Poland never change at midnight, so the offset an hour or two earlier is the offset at midnight.
  const offset = wallTime(midnight - 7_200_000) - (midnight - 7_200_000);
  return new Date(midnight - offset).toISOString();
};

/** The last millisecond of the day in Europe/Warsaw: a term that ends on that day is still kept at this instant. */
export const endOfDay = (date: LocalDate): Instant =>
  new Date(Date.parse(startOfDay(addDays(date, 1))) - 1).toISOString();
