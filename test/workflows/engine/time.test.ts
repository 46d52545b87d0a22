import { describe, expect, test } from '@jest/globals';
import { cycleOf, firstOf, momentOf, roundAfter } from '../../../workflows/engine/time.ts';

describe('a moment', () => {
  test.each([
    ['2026-09-10', '2026-09-10T21:59:59.999Z'],
    ['2026-12-10', '2026-12-10T22:59:59.999Z'],
    ['2026-09-10T08:00:00', '2026-09-10T06:00:00.000Z'],
    ['2026-09-10T08:00:00Z', '2026-09-10T08:00:00.000Z'],
    ['2026-09-10T08:00:00.250+01:00', '2026-09-10T07:00:00.250Z'],
    ['2026-09-10T08:00:00@Europe/London', '2026-09-10T07:00:00.000Z'],
  ])('%s is %s, Warsaw being meant where no zone is named', (text, at) => {
    expect(momentOf(text, '2026-01-01T00:00:00.000Z')).toBe(at);
  });

  test.each([
    ['PT24H', '2026-10-25T10:00:00.000Z'],
    ['P1D', '2026-10-25T11:00:00.000Z'],
    ['P1W', '2026-10-31T11:00:00.000Z'],
    ['P1M', '2026-11-24T11:00:00.000Z'],
    ['P1DT1H', '2026-10-25T12:00:00.000Z'],
    ['-PT1H', '2026-10-24T09:00:00.000Z'],
    ['PT0.5S', '2026-10-24T10:00:00.500Z'],
  ])('%s from the day before the clocks change is %s: days are calendar days, hours pass', (text, at) => {
    expect(momentOf(text, '2026-10-24T10:00:00.000Z')).toBe(at);
  });

  test.each(['', 'P', 'PT', 'tomorrow', '2026-13-01', '2026-02-30', '10:00', 'P1H', '2026-09-10T25:00:00Z'])(
    'is none in %j',
    (text) => {
      expect(momentOf(text, '2026-01-01T00:00:00.000Z')).toBeUndefined();
    },
  );
});

test.each([
  ['R3/PT24H', { every: 'PT24H', left: 3 }],
  ['R/P1D', { every: 'P1D' }],
  ['R0/P1D', undefined],
  ['R3/soon', undefined],
  ['PT1H', undefined],
])('the cycle %s is %j', (text, cycle) => {
  expect(cycleOf(text)).toEqual(cycle);
});

describe('the round of a cycle after an instant', () => {
  const after = (text: string, instant: string) => {
    const cycle = cycleOf(text);
    if (!cycle) throw new Error(`Expected a cycle but got ${text}`);
    return roundAfter(firstOf(cycle, '2026-10-24T10:00:00.000Z'), instant);
  };

  test.each([
    ['R/PT24H', '2026-10-24T10:00:00.000Z', '2026-10-25T10:00:00.000Z'],
    ['R/P1D', '2026-10-24T10:00:00.000Z', '2026-10-25T11:00:00.000Z'],
    ['R/P1D', '2026-10-25T11:00:00.000Z', '2026-10-26T11:00:00.000Z'],
    ['R/2016-01-01T00:00:00Z/PT1S', '2026-10-24T10:00:00.000Z', '2026-10-24T10:00:01.000Z'],
    ['R/2016-01-01T00:00:00Z/PT7M', '2026-10-24T10:00:00.000Z', '2026-10-24T10:04:00.000Z'],
    ['R/2020-02-29T12:00:00/P1Y', '2026-10-24T10:00:00.000Z', '2027-02-28T11:00:00.000Z'],
    ['R/2026-01-31T12:00:00/P1M', '2026-02-01T00:00:00.000Z', '2026-02-28T11:00:00.000Z'],
    ['R/2026-01-31T12:00:00/P1M', '2026-03-01T00:00:00.000Z', '2026-03-31T10:00:00.000Z'],
    // half past two does not exist in the night to the 29th, and is half past two again the day after
    ['R/2026-03-27T02:30:00/P1D', '2026-03-28T12:00:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['R/2026-03-27T02:30:00/P1D', '2026-03-29T12:00:00.000Z', '2026-03-30T00:30:00.000Z'],
    ['R/2027-01-01T00:00:00Z/PT1H', '2026-10-24T10:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('of %s after %s is %s', (text, instant, due) => {
    expect(after(text, instant)?.dueAt).toBe(due);
  });

  test.each([
    ['R3/PT24H', '2026-10-27T10:00:00.000Z'],
    ['R3/2016-01-01T00:00:00Z/PT1S', '2026-10-24T10:00:00.000Z'],
    ['R/PT24H/2026-10-26T10:00:00Z', '2026-10-26T10:00:00.000Z'],
  ])('of %s after %s is none, for all have passed', (text, instant) => {
    expect(after(text, instant)).toBeUndefined();
  });

  test('knows how many are left', () => {
    expect(after('R5/PT24H', '2026-10-26T10:00:00.000Z')).toEqual({
      dueAt: '2026-10-27T10:00:00.000Z',
      cycle: { every: 'PT24H', left: 2 },
    });
  });
});
