import {
  type PDFDocument,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { orderKey } from './field-order.ts';
import type { SignaturePlace } from './signature-places.ts';

const name = PDFName.of;
/** Print + Locked: an annotation that PDF/A allows and nobody can drag away. */
const printLocked = 132;

/**
 * Adds signature fields as the standards want them: each widget belongs to a Form element of the structure tree, so that
 * PDF/A-2a and PDF/UA-1 still hold when a later revision sets nothing but /V and /AP.
 */
export const addTaggedFields = (pdf: PDFDocument, places: SignaturePlace[]): void => {
  if (places.length === 0) return;
  const { context, catalog } = pdf;
  const tree = catalog.lookup(name('StructTreeRoot'), PDFDict);
  const parents = tree.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
  const document = documentElement(tree);
  let key = tree.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();

  const fields = places.map((place) => {
    const page = pdf.getPage(place.page - 1);
    const top = page.getHeight() - place.y;
    const blank = context.register(
      // FormType from the start: a later appearance then differs in nothing that verifiers count as a change
      context.stream('', {
        Type: 'XObject',
        Subtype: 'Form',
        FormType: 1,
        BBox: [0, 0, place.width, place.height],
        Resources: {},
      }),
    );
    const widget = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        T: PDFString.of(place.field),
        TU: PDFHexString.fromText(place.label),
        F: printLocked,
        P: page.ref,
        Rect: [place.x, top - place.height, place.x + place.width, top],
        StructParent: key,
        AP: { N: blank },
        [orderKey]: place.order,
      }),
    );
    const element = context.register(
      context.obj({
        Type: 'StructElem',
        S: 'Form',
        P: document.ref,
        Pg: page.ref,
        K: { Type: 'OBJR', Obj: widget, Pg: page.ref },
      }),
    );
    document.children.push(element);
    parents.push(PDFNumber.of(key));
    parents.push(element);
    key += 1;
    page.node.addAnnot(widget);
    page.node.set(name('Tabs'), name('S'));
    return widget;
  });

  tree.set(name('ParentTreeNextKey'), PDFNumber.of(key));
  catalog.set(name('AcroForm'), context.register(context.obj({ Fields: fields, SigFlags: 3 })));
};

/** The Document element below the root of the structure tree; Typst writes exactly one. */
const documentElement = (tree: PDFDict): { ref: PDFRef; children: PDFArray } => {
  const ref = tree.lookup(name('K'), PDFArray).get(0);
  if (!(ref instanceof PDFRef)) throw new Error('Expected a Document element in the structure tree but found none');
  return { ref, children: tree.context.lookup(ref, PDFDict).lookup(name('K'), PDFArray) };
};
