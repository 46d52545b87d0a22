import { fail, ok } from '../../processes/language/failure.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';

/** A model of a thousand elements with its picture is about 1 MB. */
const maximumBytes = 2 * 1024 * 1024;
/** Subprocesses nest a few levels; the tree is walked by recursion. */
const maximumDepth = 100;

const declaredEncoding = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/;
/** Comments, CDATA, instructions, and tags with quoted attributes; no part can match two ways, so that it stays linear. */
const markup =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|(\/?)[\w:.-]+(?:[^<>"'/]|\/(?!>)|"[^"]*"|'[^']*')*(\/?)>)/g;

const refused = (code: string, values?: Problem['values']): { ok: false } & ReturnType<typeof fail> =>
  fail('modelRefused', { problems: [{ at: '', code, ...(values ? { values } : {}) }] });

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // without a mark, `<` tells which of its two bytes comes first (XML 1.0, appendix F)
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return declaredEncoding.exec(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))?.[1] ?? 'utf-8';
};

const depthOf = (xml: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [text, closing, empty] of xml.matchAll(markup)) {
    if (text.startsWith('<!') || text.startsWith('<?') || empty) continue;
    depth += closing ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

/**
 * The text of an XML file, decoded by the encoding that it declares: moddle assumes UTF-8, and office tools write ISO-8859-2.
 * Fails with `tooLarge` above 2 MB and `modelRefused` for a DOCTYPE (entities), an unknown or broken encoding, or absurd nesting.
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
  if (depthOf(xml) > maximumDepth) return refused('model.depth', { maximum: maximumDepth });
  // the text is kept and served as UTF-8 from here on
  return ok(xml.replace(declaredEncoding, (declaration, encoding: string) => declaration.replace(encoding, 'UTF-8')));
};
