import { describe, expect, test } from '@jest/globals';
import {
  canonicalCode,
  codeFits,
  codeHash,
  newTrackingCode,
  readableCode,
} from '../../../../activities/casework/following/tracking-code.ts';
import { newCaseId } from '../../../../activities/casework/case-id.ts';

describe('a tracking code', () => {
  test('is sixty bits in three groups of letters that cannot be misread', () => {
    expect(newTrackingCode((n) => Buffer.alloc(n, 0xff))).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(readableCode(Buffer.from([0b00000_000, 0b01_00010_0, 0b0011_0010]), 4)).toBe('0123');
  });

  test('is recognised however it was typed', () => {
    expect(canonicalCode(' o1li-7k3m ')).toBe('01117K3M');
    const hash = codeHash('pepper', 'case', 'AB01-7K3M-9QXA');
    expect(codeFits('pepper', 'case', 'ab ol7k3m-9qxa', hash)).toBe(true);
  });

  test('fits no other case, no other code, no other pepper', () => {
    const hash = codeHash('pepper', 'case', 'AB01-7K3M-9QXA');
    expect(codeFits('pepper', 'other', 'AB01-7K3M-9QXA', hash)).toBe(false);
    expect(codeFits('pepper', 'case', 'AB01-7K3M-9QXB', hash)).toBe(false);
    expect(codeFits('salt', 'case', 'AB01-7K3M-9QXA', hash)).toBe(false);
    expect(codeFits('pepper', 'case', 'AB01-7K3M-9QXA', 'junk')).toBe(false);
  });
});

describe('a case id', () => {
  test('sorts by time and differs by chance', () => {
    const at = (iso: string) => () => new Date(iso);
    const zeros = (n: number) => Buffer.alloc(n);
    const early = newCaseId(at('2026-01-01T00:00:00Z'), zeros);
    expect(early).toHaveLength(26);
    expect(early < newCaseId(at('2026-01-02T00:00:00Z'), zeros)).toBe(true);
    expect(early).not.toBe(newCaseId(at('2026-01-01T00:00:00Z'), (n) => Buffer.alloc(n, 7)));
  });
});
