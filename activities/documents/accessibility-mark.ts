import { type PDFDocument, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

const name = PDFName.of;

/** PDF/A allows only described metadata, so the claim of PDF/UA brings its description along. */
const claim = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';
const description = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('');

/** Typst writes PDF/A-2a or PDF/UA-1, not both in one file: this adds to the former what the latter asks for beyond it. */
export const markAccessible = ({ context, catalog }: PDFDocument): void => {
  const reference = catalog.get(name('Metadata'));
  const metadata = catalog.lookup(name('Metadata'));
  if (!(metadata instanceof PDFRawStream) || !(reference instanceof PDFRef))
    throw new Error('Expected a stream of XMP metadata but found none');
  const xmp = Buffer.from(metadata.contents).toString('latin1');
  const schemas = '<pdfaExtension:schemas><rdf:Bag>';
  if (!xmp.includes(schemas)) throw new Error('Expected PDF/A extension schemas in the metadata but found none');
  const marked = xmp.replace(schemas, `${claim}${schemas}${description}`);
  const stream = context.stream(Buffer.from(marked, 'latin1'), { Type: 'Metadata', Subtype: 'XML' });
  context.assign(reference, stream);
  const preferences = catalog.lookup(name('ViewerPreferences'), PDFDict);
  preferences.set(name('DisplayDocTitle'), context.obj(true));
};
