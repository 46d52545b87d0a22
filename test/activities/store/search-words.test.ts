import { describe, expect, test } from '@jest/globals';
import { endOfPrefix, searchPrefixes, searchWords } from '../../../activities/store/search-words.ts';

describe('search words', () => {
  test('are every part of a number and every word of a subject, folded', () => {
    expect(searchWords('SP1.4430.12.2026', 'Łoś-Żak J.K.')).toEqual([
      'sp1.4430.12.2026',
      '4430.12.2026',
      '12.2026',
      '2026',
      'los-zak',
      'zak',
      'j.k.',
      'k.',
    ]);
  });

  test('are found by ranges that hold all their beginnings', () => {
    const [prefix = ''] = searchPrefixes('  ŁO ');
    expect(prefix).toBe('lo');
    expect('los-zak' >= prefix && 'los-zak' < endOfPrefix(prefix)).toBe(true);
    expect('lp' < endOfPrefix(prefix)).toBe(false);
  });
});
