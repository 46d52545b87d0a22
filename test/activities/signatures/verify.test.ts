import { beforeAll, describe, expect, test } from '@jest/globals';
import { assert, asyncProperty, integer, nat, pre } from 'fast-check';
import { demoCity, type DemoCity, signedByBoth } from './demo-city.ts';
import { flipped, paintedOver, rewritten } from './tampering.ts';

/** Keys are made afresh, on machines that may be busy. */
const slow = 120_000;
let city: DemoCity;
let first: Buffer;
let both: Buffer;
beforeAll(async () => {
  city = await demoCity();
  ({ first, both } = await signedByBoth(city));
}, slow);
const verify = (pdf: Buffer) => city.signing.verify(pdf);

describe('a tampered file is not valid', () => {
  test('one byte of the text changed: the digest of both signatures does not fit', async () => {
    const report = await verify(flipped(both, city.decision.indexOf('stream') + 200));
    expect(report.valid).toBe(false);
    expect(report.signatures.map(({ problems }) => problems)).toEqual([['digestMismatch'], ['digestMismatch']]);
  });

  test('one byte of the second revision changed: the first signature still holds, the second does not', async () => {
    const report = await verify(flipped(both, first.length + 3));
    expect(report.valid).toBe(false);
    expect(report.signatures.map(({ valid }) => valid)).toEqual([true, false]);
  });

  test('a white box painted by an appended revision: both signatures hold, the file is changed after signing', async () => {
    const report = await verify(await paintedOver(both));
    expect(report).toMatchObject({ valid: false, changedAfterSigning: true });
    expect(report.signatures.map(({ valid }) => valid)).toEqual([true, true]);
  });

  test('rewritten by a program', async () => {
    expect((await verify(await rewritten(both))).valid).toBe(false);
  });

  test('a signature put into the file of another decision', async () => {
    const start = first.indexOf('/Contents <', city.decision.length) + '/Contents <'.length;
    const stolen = first.subarray(start, first.indexOf('>', start));
    const other = await signedByBoth(city);
    const grafted = Buffer.from(other.both);
    stolen.copy(grafted, start);
    const report = await verify(grafted);
    expect(report.valid).toBe(false);
  });

  test('bytes after the end, even harmless ones', async () => {
    expect(await verify(Buffer.concat([both, Buffer.from('\n')]))).toMatchObject({
      valid: false,
      changedAfterSigning: true,
    });
  });

  test('a signature that covers less of the file than it is followed by', async () => {
    const text = first.toString('latin1');
    const shortened = text.replace(
      /\/ByteRange \[0( +\d+ +\d+ +)(\d+)\]/,
      (_all, middle: string, rest: string) =>
        `/ByteRange [0${middle}${String(Number(rest) - 1).padStart(rest.length, '0')}]`,
    );
    expect(shortened).not.toBe(text);
    expect((await verify(Buffer.from(shortened, 'latin1'))).valid).toBe(false);
  });
});

describe('a file without signatures', () => {
  test('is not valid and lists none', async () => {
    expect(await verify(city.decision)).toMatchObject({ valid: false, signatures: [], changedAfterSigning: false });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('Zażółć gęślą jaźń')],
    ['a header alone', Buffer.from('%PDF-1.7\n')],
    ['zeros', Buffer.alloc(10_000)],
  ])('is reported when it is %s', async (_what, bytes) => {
    expect(await verify(bytes)).toMatchObject({ valid: false, signatures: [], size: bytes.length });
  });

  test('whose fields go round in circles is reported too', async () => {
    const kids = '1 0 R '.repeat(500);
    const pdf = `%PDF-1.7
1 0 obj << /T (a) /Kids [${kids}] >> endobj
2 0 obj << /Type /Catalog /AcroForm << /Fields [${kids}] >> >> endobj
trailer << /Root 2 0 R >>`;
    expect(await verify(Buffer.from(pdf))).toMatchObject({ valid: false, signatures: [] });
  });

  test('that claims to be signed is malformed', async () => {
    const report = await verify(Buffer.from('%PDF-1.7\n1 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj'));
    expect(report.signatures).toEqual([expect.objectContaining({ valid: false, problems: ['malformed'] })]);
  });
});

describe('whatever is done to a signed file, the verifier answers and does not call it valid', () => {
  test(
    'any one byte changed in any way',
    async () => {
      await assert(
        asyncProperty(nat(both.length - 1), integer({ min: 1, max: 255 }), async (index, mask) => {
          expect((await verify(flipped(both, index, mask))).valid).toBe(false);
        }),
        { numRuns: 80 },
      );
    },
    slow,
  );

  test(
    'any one byte of the signatures themselves changed',
    async () => {
      const start = both.indexOf('/Contents <', first.length) + '/Contents <'.length;
      const end = both.indexOf('>', start);
      await assert(
        asyncProperty(integer({ min: start, max: end - 1 }), integer({ min: 1, max: 255 }), async (index, mask) => {
          expect((await verify(flipped(both, index, mask))).valid).toBe(false);
        }),
        { numRuns: 80 },
      );
    },
    slow,
  );

  test(
    'cut short anywhere but at the end of the first signed revision',
    async () => {
      await assert(
        asyncProperty(nat(both.length - 1), async (length) => {
          pre(length !== first.length);
          expect((await verify(both.subarray(0, length))).valid).toBe(false);
        }),
        { numRuns: 50 },
      );
      expect((await verify(both.subarray(0, first.length))).valid).toBe(true);
    },
    slow,
  );
});
