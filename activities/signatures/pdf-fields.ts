import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { orderKey } from '../documents/field-order.ts';

const name = PDFName.of;
/** Deeper field trees are nonsense or an attack. */
const deepest = 8;

export type PdfField = { name: string; ref: PDFRef; dict: PDFDict; signed: boolean; order: number };

/** All signature fields of a form, in the file's order. */
export const signatureFields = (pdf: PDFDocument): PdfField[] => {
  const form = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  const found: PdfField[] = [];
  const seen = new Set<PDFRef>();
  const visit = (list: PDFArray | undefined, prefix: string, depth: number): void => {
    if (list === undefined || depth > deepest) return;
    for (const ref of list.asArray()) {
      const dict = pdf.context.lookup(ref);
      if (!(dict instanceof PDFDict) || !(ref instanceof PDFRef) || seen.has(ref)) continue;
      seen.add(ref);
      const title = dict.lookup(name('T'));
      const own = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '';
      const full = prefix === '' || own === '' ? prefix + own : `${prefix}.${own}`;
      const order = dict.lookup(name(orderKey));
      if (dict.get(name('FT')) === name('Sig'))
        found.push({
          name: full,
          ref,
          dict,
          signed: dict.has(name('V')),
          order: order instanceof PDFNumber ? order.asNumber() : 0,
        });
      else visit(dict.lookupMaybe(name('Kids'), PDFArray), full, depth + 1);
    }
  };
  visit(form?.lookupMaybe(name('Fields'), PDFArray), '', 0);
  return found;
};
