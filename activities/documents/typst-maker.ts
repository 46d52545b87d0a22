import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../../processes/language/failure.ts';
import { localDateOf } from '../../processes/language/zone.ts';
import { markAccessible } from './accessibility-mark.ts';
import { foreignFonts } from './embedded-fonts.ts';
import type { DocumentMaker, MakeRequest } from './ports.ts';
import { plainly, quickly } from './pdf-options.ts';
import { signaturePlaces } from './signature-places.ts';
import { addTaggedFields } from './tagged-fields.ts';
import { typst } from './typst.ts';

export type TypstMakerOptions = {
  /** draws the verification address as an SVG image; without it a document shows code and address as text */
  qrSvg?: (url: string) => string;
};

/**
 * Makes official documents: PDF/A-2a and PDF/UA-1, fonts embedded, one tagged field for each planned signature.
 * A template imports `/obieg.typ`, described at its head. Failures: `expressionFailed` (the template does not compile,
 * needs what it may not have, or a letter has no font), `unknownReference` (a planned field without its one box).
 */
export const typstMaker = ({ qrSvg }: TypstMakerOptions = {}): DocumentMaker => {
  const compile = typst({ 'obieg.typ': readFileSync(new URL('obieg.typ', import.meta.url), 'utf8') });
  return {
    make: async (request) => {
      const compiled = compile({
        source: `#import "/obieg.typ": paper; #show: paper; ${request.template}`,
        inputs: { data: JSON.stringify(request.data), meta: JSON.stringify(metaOf(request, qrSvg)) },
        createdAt: request.createdAt,
        kind: 'tagged',
        marks: 'obieg-signature',
      });
      if (!compiled.ok) return compiled;
      const places = signaturePlaces(compiled.value.marks, request.signatures);
      return places.ok ? finish(compiled.value.pdf, places.value) : places;
    },
  };
};

const metaOf = (request: MakeRequest, qrSvg: TypstMakerOptions['qrSvg']) => ({
  title: request.title,
  language: request.language,
  created: localDateOf(request.createdAt),
  signatures: request.signatures
    .toSorted((a, b) => a.order - b.order)
    .map(({ field, labelPl }) => ({ field, label: labelPl })),
  verification: request.verification
    ? { ...request.verification, ...(qrSvg && { qr: qrSvg(request.verification.url) }) }
    : null,
});

const finish = async (bytes: Buffer, places: Parameters<typeof addTaggedFields>[1]): Promise<Result<Buffer>> => {
  const pdf = await PDFDocument.load(bytes, quickly);
  const foreign = foreignFonts(pdf);
  if (foreign.length > 0)
    return fail('expressionFailed', { detail: `the template uses fonts that are not shipped: ${foreign.join(', ')}` });
  markAccessible(pdf);
  addTaggedFields(pdf, places);
  return ok(Buffer.from(await pdf.save({ ...plainly, updateFieldAppearances: false })));
};
