import { describe, expect, test } from '@jest/globals';
import { endOfDay, localDateOf, startOfDay } from '../../../processes/language/zone.ts';
import { addDays } from '../../../processes/language/local-date.ts';

describe('days in Warsaw', () => {
  test.each([
    ['2026-11-23T22:59:59.999Z', '2026-11-23'],
    ['2026-11-23T23:00:00.000Z', '2026-11-24'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
  ])('at %s it is %s there', (instant, date) => {
    expect(localDateOf(instant)).toBe(date);
  });

  test.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T22:59:59.999Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T21:59:59.999Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ])('%s lasts from %s to %s', (date, start, end) => {
    expect([startOfDay(date), endOfDay(date)]).toEqual([start, end]);
  });

  test('every day of ten years begins and ends on itself', () => {
    const days = Array.from({ length: 3653 }, (_, index) => addDays('2020-01-01', index));
    expect(days.filter((day) => localDateOf(startOfDay(day)) !== day || localDateOf(endOfDay(day)) !== day)).toEqual(
      [],
    );
  });

  test('what is no instant is refused', () => {
    expect(() => localDateOf('yesterday')).toThrow('Expected an RFC 3339 instant');
  });
});
