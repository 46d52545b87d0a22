import { describe, expect, test } from '@jest/globals';
import { cycleOf, momentOf } from '../../../workflows/engine/time.ts';

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
