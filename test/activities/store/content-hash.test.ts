import { describe, expect, test } from '@jest/globals';
import { canonicalHash, sha256 } from '../../../activities/store/content-hash.ts';

describe('content hashes', () => {
  test('are SHA-256 in hex', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('of JSON are taken over its canonical form (example of RFC 8785, section 3.2.3)', () => {
    const example = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1F600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const canonical =
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
      '"€":"Euro Sign","\u{1F600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}';
    expect(canonicalHash(example)).toBe(sha256(canonical));
  });

  test('do not depend on the order of keys, nor on absent values', () => {
    expect(canonicalHash({ b: 1, a: { d: 2, c: undefined } })).toBe(canonicalHash({ a: { d: 2 }, b: 1 }));
    expect(canonicalHash({ a: '1' })).not.toBe(canonicalHash({ a: 1 }));
  });

  test('are refused for what JSON cannot express', () => {
    expect(() => canonicalHash({ a: Number.NaN })).toThrow();
  });
});
