import { fail, ok } from '../../processes/language/failure.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import { shapeOf } from './xml-shape.ts';

/** A model of a thousand elements with its picture is about 1 MB. */
const maximumBytes = 2 * 1024 * 1024;
/** Such a model has about 15,000 tags. */
const maximumElements = 20_000;
/** Extensions of other tools name their own parts, sometimes the same in every element. */
const maximumRepeated = 500;
/** Subprocesses nest a few levels; the tree is walked by recursion. */
const maximumDepth = 100;

const declaredEncoding = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/;
const refused = (code: string, values: Problem['values'] = {}, at = ''): ReturnType<typeof fail> =>
  fail('modelRefused', { problems: [{ at, code, values }] });

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // without a mark, `<` tells which of its two bytes comes first (XML 1.0, appendix F)
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return declaredEncoding.exec(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))?.[1] ?? 'utf-8';
};

/** What is larger than any model that a person draws, and would keep its readers busy for minutes. */
const excessIn = (xml: string): ReturnType<typeof refused> | undefined => {
  const { elements, depth, repeated } = shapeOf(xml);
  if (depth > maximumDepth) return refused('model.depth', { maximum: maximumDepth });
  if (elements > maximumElements) return refused('model.elements', { maximum: maximumElements });
  const [id = ''] = repeated;
  return repeated.length > maximumRepeated ? refused('model.idDuplicate', {}, id) : undefined;
};

/**
 * The text of an XML file, decoded by the encoding that it declares: moddle assumes UTF-8, and office tools write ISO-8859-2.
 * Fails with `tooLarge` above 2 MB and `modelRefused` for a DOCTYPE (entities), an unknown or broken encoding, or more elements or nesting than a model has.
 */
export const decodeXml = (source: Uint8Array | string): Result<string> => {
  const bytes = typeof source === 'string' ? Buffer.byteLength(source) : source.length;
  if (bytes > maximumBytes) return fail('tooLarge', { detail: `A model may have ${maximumBytes} bytes` });
  let xml: string;
  try {
    xml =
      typeof source === 'string'
        ? source.replace(/^\uFEFF/, '')
        : new TextDecoder(encodingOf(source), { fatal: true }).decode(source);
  } catch {
    return refused('model.encoding', { encoding: typeof source === 'string' ? '' : encodingOf(source) });
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return refused('model.doctype');
  const excess = excessIn(xml);
  if (excess) return excess;
  // the text is kept and served as UTF-8 from here on
  return ok(xml.replace(declaredEncoding, (declaration, encoding: string) => declaration.replace(encoding, 'UTF-8')));
};
