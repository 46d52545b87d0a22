import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { Instant } from '../../processes/language/ids.ts';

export type TypstRequest = {
  source: string;
  /** strings that the source reads as `sys.inputs.<key>` */
  inputs: Record<string, string>;
  createdAt: Instant;
  /** `tagged` = PDF/A-2a for a document; `flat` = PDF/A-2b without structure, for a page that is drawn inside another */
  kind: 'tagged' | 'flat';
  /** label of the metadata wanted back, e.g. `obieg-signature` */
  marks?: string;
};
export type TypstResult = { pdf: Buffer; marks: unknown[] };
export type Typst = (request: TypstRequest) => Result<TypstResult>;

/** The compiler sees no file at all: this folder exists only in its memory. */
const root = '/obieg-documents';
const standard = { tagged: 'a-2a', flat: 'a-2b' } as const;
/** Compilations after which an unused piece leaves the compiler's cache. */
const cacheAge = 20;

/**
 * A Typst compiler with the given modules (`obieg.typ` → source) and no files, no packages.
 * A compilation takes about 2 ms once warm, so it runs where it is called. A template that does not compile, or a
 * letter that no embedded font has, is `expressionFailed` with Typst's own message; what came from the inputs is blotted out.
 */
export const typst = (modules: Record<string, string>): Typst => {
  let compiler: NodeCompiler | undefined;
  return ({ source, inputs, createdAt, kind, marks }) => {
    const refused = (message: string) =>
      fail('expressionFailed', { detail: withoutData(message, [source, ...Object.values(modules)], inputs) });
    if (/"@\w+\//.test(source)) return refused('a template cannot import packages');
    compiler ??= withModules(modules);
    try {
      const compiled = compiler.compile({ mainFileContent: source, inputs, resetRead: true });
      const document = compiled.result;
      if (document === null) return refused(messages(compiler, compiled.takeError()));
      const pdf = compiler.pdf(document, {
        pdfStandard: standard[kind],
        pdfTags: kind === 'tagged',
        creationTimestamp: Math.floor(Date.parse(createdAt) / 1000),
      });
      const found: unknown =
        marks === undefined ? [] : compiler.query(document, { selector: `<${marks}>`, field: 'value' });
      compiler.evictCache(cacheAge);
      return ok({ pdf, marks: Array.isArray(found) ? found : [] });
    } catch (error) {
      // the PDF writer throws its diagnostics as one text: keep the messages
      const text = error instanceof Error ? error.message : String(error);
      const told = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
        quoted.replaceAll(/\\(.)/g, '$1'),
      );
      return refused(told.length > 0 ? told.join('; ') : 'the PDF could not be written');
    }
  };
};

const withModules = (modules: Record<string, string>): NodeCompiler => {
  const compiler = NodeCompiler.create({ workspace: root });
  for (const [name, source] of Object.entries(modules)) compiler.addSource(`${root}/${name}`, source);
  return compiler;
};

const messages = (compiler: NodeCompiler, error: NodeError | null): string =>
  error === null
    ? 'the template does not compile'
    : compiler
        .fetchDiagnostics(error)
        .map((diagnostic: { message: string }) => diagnostic.message)
        .join('; ');

/** What stands in the sources may be repeated; other quoted text, and any word of the inputs, came from a case and may be personal. */
const withoutData = (message: string, sources: string[], inputs: Record<string, string>): string => {
  const given = new Set(Object.values(inputs).flatMap((input) => input.match(words) ?? []));
  const ours = (text: string) => sources.some((source) => source.includes(text));
  return message
    .replaceAll(/"((?:[^"\\]|\\.)+)"/g, (quoted: string, text: string) => (ours(text) ? quoted : '"…"'))
    .replaceAll(words, (word) => (given.has(word) && !ours(word) ? '…' : word));
};
const words = /[\p{L}\p{N}]{3,}/gu;
