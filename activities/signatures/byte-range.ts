import { PDFArray, type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';

/** What a signature covers: the whole file up to `end` but for one gap. Throws when it claims anything else. */
export const byteRangeOf = (dictionary: PDFDict, size: number): { gapStart: number; gapEnd: number; end: number } => {
  const numbers = dictionary.lookup(PDFName.of('ByteRange'), PDFArray);
  const [from = -1, gapStart = -1, gapEnd = -1, rest = -1] = [0, 1, 2, 3].map((index) =>
    numbers.lookup(index, PDFNumber).asNumber(),
  );
  const end = gapEnd + rest;
  const whole = [from, gapStart, gapEnd, rest].every(Number.isSafeInteger);
  if (!whole || numbers.size() !== 4 || from !== 0 || gapStart < 1 || gapEnd <= gapStart || rest < 1 || end > size)
    throw new Error('Expected a byte range of the file but got something else');
  return { gapStart, gapEnd, end };
};
