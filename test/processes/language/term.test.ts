import { describe, expect, test } from '@jest/globals';
import { countTerm, isTermDuration, rollToWorkingDay } from '../../../processes/language/term.ts';

describe('a term counted by art. 57 of the Code of Administrative Procedure', () => {
  test.each([
    ['2026-12-10', 'P14D', '2026-12-28'],
    ['2026-12-11', 'P14D', '2026-12-28'],
    ['2026-04-17', 'P14D', '2026-05-04'],
    ['2026-10-18', 'P14D', '2026-11-02'],
    ['2026-01-31', 'P1M', '2026-03-02'],
    ['2026-10-24', 'P2M', '2026-12-28'],
    ['2026-07-15', 'P1M', '2026-08-17'],
    ['2026-11-23', 'P1W', '2026-11-30'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-12-10', 'P14D', '2024-12-24'],
  ])('that begins on %s and lasts %s ends on %s', (from, duration, dueOn) => {
    expect(countTerm(from, duration).dueOn).toBe(dueOn);
  });

  test('tells each step of the counting and the paragraph it follows', () => {
    expect(countTerm('2026-12-10', 'P14D').derivation).toEqual([
      { rule: 'event', on: '2026-12-10' },
      { rule: 'dayNotCounted', on: '2026-12-10', basis: 'KPA art. 57 § 1' },
      { rule: 'count', on: '2026-12-24', value: 'P14D', basis: 'KPA art. 57 § 1' },
      { rule: 'holiday', on: '2026-12-24', value: 'christmasEve', basis: 'KPA art. 57 § 4' },
      { rule: 'holiday', on: '2026-12-25', value: 'christmasDay', basis: 'KPA art. 57 § 4' },
      { rule: 'holiday', on: '2026-12-26', value: 'secondChristmasDay', basis: 'KPA art. 57 § 4' },
      { rule: 'sunday', on: '2026-12-27', basis: 'KPA art. 57 § 4' },
      { rule: 'end', on: '2026-12-28' },
    ]);
  });

  test('moves a calendar deadline that falls on a Sunday, as on 15 September 2019', () => {
    expect(rollToWorkingDay('2019-09-15').dueOn).toBe('2019-09-16');
    expect(rollToWorkingDay('2026-09-15')).toEqual({ dueOn: '2026-09-15', derivation: [] });
  });

  test.each(['', 'P0D', 'P1M2D', 'PT5H', '14', 'P-3D', 'p14d'])('refuses the duration "%s"', (duration) => {
    expect(isTermDuration(duration)).toBe(false);
    expect(() => countTerm('2026-01-01', duration)).toThrow('Expected a term');
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'soon', '2026-01-01T00:00:00Z'])(
    'refuses the date "%s"',
    (date) => {
      expect(() => countTerm(date, 'P14D')).toThrow('Expected a date');
    },
  );
});
