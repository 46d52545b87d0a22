import { describe, expect, test } from '@jest/globals';
import { checkUploads, safeFileName } from '../../../../activities/casework/forms/uploads.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj');
const upload = (fileName: string, mime: string, bytes: Buffer, key = 'file') => ({ key, fileName, mime, bytes });

describe('a file that comes with a form', () => {
  test.each([
    ['a PDF', upload('a.pdf', 'application/pdf', pdf), []],
    ['a picture', upload('a.PNG', 'image/png', Buffer.from('89504e470d0a1a0a00', 'hex')), []],
    ['a PDF that is named a picture', upload('a.png', 'image/png', pdf), ['fileType']],
    ['a program', upload('a.pdf', 'application/pdf', Buffer.from('MZ....')), ['fileType']],
    ['a page', upload('a.html', 'text/html', Buffer.from('<html>')), ['fileType']],
    ['nothing at all', upload('a.pdf', 'application/pdf', Buffer.alloc(0)), ['fileType']],
    [
      'a PDF that runs a script',
      upload('a.pdf', 'application/pdf', Buffer.concat([pdf, Buffer.from('/OpenAction << /S /JavaScript')])),
      ['fileActive'],
    ],
    ['a file for no field of the form', upload('a.pdf', 'application/pdf', pdf, 'other'), ['unknownKey']],
    [
      'a file over the bound',
      upload('a.pdf', 'application/pdf', Buffer.concat([pdf, Buffer.alloc(11_000_000)])),
      ['fileTooLarge'],
    ],
  ])('is judged by what it holds: %s', (_, one, codes) => {
    expect(checkUploads([one], ['file']).map(({ code }) => code)).toEqual(codes);
  });

  test('gets a name that is safe in a header and on a disk', () => {
    expect(safeFileName('../../etc/zaświadczenie "o"\r\n.pdf')).toBe('.._.._etc_zaświadczenie _o___.pdf');
  });
});
