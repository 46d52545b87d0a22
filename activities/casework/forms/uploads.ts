import type { Problem } from '../../../processes/language/failure.ts';
import type { Upload } from '../office.ts';

/** What an office can read, know and keep: declared type, extension and first bytes must agree. */
const kinds = [
  { mime: 'application/pdf', extensions: ['pdf'], starts: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  { mime: 'image/png', extensions: ['png'], starts: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], starts: [[0xff, 0xd8, 0xff]] },
];
/** The bound of a blob inside a transaction (12 MiB) less room for the rest. */
const largest = 10 * 1024 * 1024;

/** Names in a PDF that make it act on its own; a filing has no use for them. Best effort on plain objects; a scanner is a later door. */
const active = /\/(JavaScript|JS|Launch|RichMedia|XFA|EmbeddedFile)\b/;

/** Judges the files that came with a form. Nothing is kept when one is refused. */
export const checkUploads = (uploads: Upload[], keys: string[]): Problem[] =>
  uploads.flatMap((upload): Problem[] => {
    if (!keys.includes(upload.key)) return [{ at: upload.key, code: 'unknownKey' }];
    if (upload.bytes.length > largest) return [{ at: upload.key, code: 'fileTooLarge', values: { megabytes: 10 } }];
    const extension = upload.fileName.toLowerCase().split('.').at(-1) ?? '';
    const kind = kinds.find(({ starts }) => starts.some((magic) => magic.every((byte, i) => upload.bytes[i] === byte)));
    if (!kind?.extensions.includes(extension) || kind.mime !== upload.mime)
      return [{ at: upload.key, code: 'fileType' }];
    if (kind.mime === 'application/pdf' && active.test(upload.bytes.toString('latin1')))
      return [{ at: upload.key, code: 'fileActive' }];
    return [];
  });

/** A name that is safe in a header and on a disk. */
export const safeFileName = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')
    .slice(-100);
