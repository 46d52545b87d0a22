import { type PDFDocument, PDFDict, PDFName } from '@cantoo/pdf-lib';

/** The families inside the compiler: the same on every machine. */
const shipped = /^(?:LibertinusSerif|NewCM|NewComputerModern|DejaVuSansMono)/;

/** Fonts in the file that came from the machine it was made on: there the same request would not give the same bytes. */
export const foreignFonts = ({ context }: PDFDocument): string[] => {
  const found = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const font = object
      .lookupMaybe(PDFName.of('BaseFont'), PDFName)
      ?.decodeText()
      .replace(/^[A-Z]{6}\+/, '');
    if (font !== undefined && !shipped.test(font)) found.add(font);
  }
  return [...found];
};
