import { PDFContext, PDFDict, PDFDocument, PDFName, PDFObjectCopier, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { quickly } from '../documents/pdf-options.ts';

const name = PDFName.of;

/** Puts the only page of a PDF into another as a form XObject. Its content moves as it is: unpacking and packing it again takes longer than all the rest of a signature. */
export const drawnPage = async (into: PDFDocument, onePage: Buffer): Promise<PDFRef> => {
  const source = await PDFDocument.load(onePage, quickly);
  const page = source.getPage(0);
  const content = page.node.lookup(name('Contents'));
  if (!(content instanceof PDFRawStream)) throw new Error('Expected one stream of content but got none');
  // copied apart, numbered on from the file: a file that is being appended to searches all its objects at each change
  const apart = PDFContext.create();
  apart.largestObjectNumber = into.context.largestObjectNumber;
  const resources = PDFObjectCopier.for(source.context, apart).copy(page.node.lookup(name('Resources'), PDFDict));
  for (const [ref, object] of apart.enumerateIndirectObjects()) into.context.assign(ref, object);
  const dictionary = into.context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, page.getWidth(), page.getHeight()],
    Resources: resources,
  });
  const filter = content.dict.get(name('Filter'));
  if (filter !== undefined) dictionary.set(name('Filter'), filter);
  return into.context.register(PDFRawStream.of(dictionary, content.contents));
};
