import { PDFDocument, rgb } from '@cantoo/pdf-lib';

/** Appends a revision that paints a white box over half of the page: no signed byte changes. */
export const paintedOver = async (pdf: Buffer): Promise<Buffer> => {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  document.getPage(0).drawRectangle({ x: 60, y: 400, width: 400, height: 200, color: rgb(1, 1, 1) });
  return Buffer.from(await document.save({ useObjectStreams: false }));
};

/** Reads the file and writes it anew, as most programs do. */
export const rewritten = async (pdf: Buffer): Promise<Buffer> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
};

export const flipped = (pdf: Buffer, index: number, mask = 1): Buffer => {
  const changed = Buffer.from(pdf);
  changed.writeUInt8((changed[index] ?? 0) ^ mask, index);
  return changed;
};
