import { describe, expect, test } from '@jest/globals';
import { addDays, isLocalDate } from '../../../processes/language/local-date.ts';
import { parameters, parametersOn } from '../../../processes/law/parameters.ts';

const valueOn = (date: string, key: string): unknown => {
  const found = parametersOn(date, [key]);
  return found.ok ? found.value[0]?.value : found.failure;
};

describe('parameters with dates', () => {
  test('the income threshold is 600 zł until the end of 2024 and 823 zł from the first day of 2025', () => {
    expect(valueOn('2024-12-31', 'stip.threshold')).toBe(60_000);
    expect(valueOn('2025-01-01', 'stip.threshold')).toBe(82_300);
    expect(valueOn('2026-11-23', 'stip.threshold')).toBe(82_300);
  });

  test('the monthly stipend lies between 99.20 and 248.00 zł, at most 2480 zł in a school year', () => {
    const [base, min, max, months] = ['stip.base', 'stip.min', 'stip.max', 'stip.months'].map((key) =>
      Number(valueOn('2026-09-01', key)),
    ) as [number, number, number, number];
    expect([(base * min) / 100, (base * max) / 100, (base * max * months) / 100]).toEqual([9920, 24_800, 248_000]);
  });

  test('what has no value on the day is named, all at once', () => {
    expect(parametersOn('2021-12-31', ['stip.threshold', 'stip.base', 'stip.unheard'])).toMatchObject({
      ok: false,
      failure: 'unknownReference',
      problems: [{ at: 'stip.threshold' }, { at: 'stip.unheard' }],
    });
  });

  test('what is frozen says that nobody has confirmed it yet and by which act it holds', () => {
    expect(parametersOn('2026-11-23', ['stip.threshold'])).toEqual({
      ok: true,
      value: [
        {
          key: 'stip.threshold',
          value: 82_300,
          unit: 'gr',
          basis: expect.stringContaining('art. 90d'),
          validFrom: '2025-01-01',
          confirmed: false,
        },
      ],
    });
  });

  test('every row has dates that exist and no key has two values on one day', () => {
    for (const { key, validFrom, validTo } of parameters) {
      expect([validFrom, validTo ?? validFrom].every(isLocalDate)).toBe(true);
      expect(validTo === undefined || validFrom <= validTo).toBe(true);
      const others = parameters.filter((one) => one.key === key && one.validFrom > validFrom);
      expect(others.every((later) => validTo !== undefined && validTo < later.validFrom)).toBe(true);
      for (const later of others.slice(0, 1)) expect(addDays(validTo ?? '', 1)).toBe(later.validFrom);
    }
  });
});
