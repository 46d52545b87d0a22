import { z } from 'zod';
import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { MakeRequest } from './ports.ts';

/** A box that the template reserved: points, from the top left corner of the page (from 1). */
const box = z.object({
  field: z.string(),
  page: z.int().positive(),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type SignaturePlace = z.infer<typeof box> & { label: string; order: number };

/** Every planned field has exactly one box, else `unknownReference`; the places come in signing order. */
export const signaturePlaces = (marks: unknown[], planned: MakeRequest['signatures']): Result<SignaturePlace[]> => {
  const boxes = marks.map((mark) => box.parse(mark));
  const places: SignaturePlace[] = [];
  for (const { field, labelPl, order } of planned.toSorted((a, b) => a.order - b.order)) {
    const [place, second] = boxes.filter((candidate) => candidate.field === field);
    if (place === undefined || second !== undefined)
      return fail('unknownReference', {
        detail: `the template reserves ${place ? 'more than one box' : 'no box'} for the signature field ${field}`,
        problems: [{ at: field, code: place ? 'fieldReservedTwice' : 'fieldNotReserved' }],
      });
    places.push({ ...place, label: labelPl, order });
  }
  return ok(places);
};
