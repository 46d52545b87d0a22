import { describe, expect, test } from '@jest/globals';
import { easterOf, freeDay, holidaysOf, workingDaysBetween } from '../../../processes/language/calendar.ts';
import { weekday } from '../../../processes/language/local-date.ts';

describe('the calendar of public holidays', () => {
  test.each([
    [2025, '2025-04-20', '2025-06-19'],
    [2026, '2026-04-05', '2026-06-04'],
    [2027, '2027-03-28', '2027-05-27'],
    [2028, '2028-04-16', '2028-06-15'],
  ])('finds Easter and Corpus Christi of %i', (year, easter, corpusChristi) => {
    expect(easterOf(year)).toBe(easter);
    expect(holidaysOf(year).find(({ key }) => key === 'corpusChristi')?.on).toBe(corpusChristi);
  });

  test('puts Easter on a Sunday in every year of two centuries', () => {
    const years = Array.from({ length: 200 }, (_, index) => 1950 + index);
    expect(years.filter((year) => weekday(easterOf(year)) !== 7)).toEqual([]);
  });

  test('knows Christmas Eve only from 2025 and Epiphany only from 2011', () => {
    expect(freeDay('2024-12-24')).toBeUndefined();
    expect(freeDay('2025-12-24')).toEqual({ rule: 'holiday', value: 'christmasEve' });
    expect(freeDay('2010-01-06')).toBeUndefined();
    expect(freeDay('2011-01-06')).toEqual({ rule: 'holiday', value: 'epiphany' });
  });

  test('lists the holidays of 2026 in order', () => {
    expect(holidaysOf(2026).map(({ on }) => on.slice(5))).toEqual(
      '01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26'.split(' '),
    );
  });

  test('counts working days after one day up to another, in both directions', () => {
    expect(workingDaysBetween('2026-12-23', '2026-12-28')).toBe(1);
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(workingDaysBetween('2026-11-23', '2026-11-30')).toBe(5);
    expect(workingDaysBetween('2026-11-30', '2026-11-23')).toBe(-5);
  });
});
