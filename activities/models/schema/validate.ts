import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { Problem } from '../../../processes/language/failure.ts';

// The reader's package carries the OMG's schema of 20100501 unchanged, so that it needs no copy here.
const require = createRequire(import.meta.url);
const names = ['BPMN20.xsd', 'Semantic.xsd', 'BPMNDI.xsd', 'DI.xsd', 'DC.xsd'] as const;

/** Problems beyond this are counted by the caller as more of the same; each one costs a walk through the file. */
const maximumProblems = 500;

let compiled: XsdValidator | undefined;
const validator = (): XsdValidator => {
  if (compiled) return compiled;
  const files = Object.fromEntries(
    names.map((name) => [
      name,
      new Uint8Array(readFileSync(require.resolve(`bpmn-moddle/resources/bpmn/xsd/${name}`))),
    ]),
  );
  // Imports are answered from these five files alone: nothing else on the machine, and no network.
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const [root] = names;
  const schema = XmlDocument.fromBuffer(files[root] ?? new Uint8Array(), { url: root });
  compiled = XsdValidator.fromDoc(schema);
  schema.dispose();
  return compiled;
};

/** The library's path names elements with the file's own prefixes, which only the place itself could resolve. */
const byName = (path: string): string => path.replaceAll(/([\w.-]+:[\w.-]+)/g, "*[name()='$1']");

const idOf = (document: XmlDocument, path: string | undefined): string => {
  const found = path === undefined ? null : document.get(byName(path));
  for (let node = found instanceof XmlElement ? found : null; node; node = node.parent) {
    const id = node.attr('id');
    if (id) return id.value;
  }
  return '';
};

const sentenceOf = (message: string): string =>
  message
    .trim()
    .replaceAll(/\{http[^}]*\}/g, '')
    .slice(0, 300);

/** What a thrown error of the library says; anything else is a bug and goes on. */
const detailsOf = (error: unknown): XmlLibError['details'] => {
  if (error instanceof XmlLibError) return error.details;
  throw error;
};

/** Reads the text strictly, or says where it is not well-formed XML. */
const read = (xml: string): XmlDocument | Problem => {
  try {
    return XmlDocument.fromString(xml);
  } catch (error) {
    const [first] = detailsOf(error);
    const values = { message: sentenceOf(first?.message ?? ''), line: first?.line ?? 1 };
    return { at: '', code: 'model.notReadable', values };
  }
};

/**
 * Why a text is not well-formed XML with namespaces, if it is not. The reader of models takes much that is none, and looks
 * up each fault from the beginning of the file, so that a file of nothing but faults would keep it for minutes.
 */
export const malformed = (xml: string): Problem | undefined => {
  const document = read(xml);
  if (!(document instanceof XmlDocument)) return document;
  document.dispose();
  return undefined;
};

/**
 * Everything in which a file breaks the XML schema of BPMN 2.0, with element id and line: required and unknown attributes and
 * elements, their order, enumerations, numbers, ids used twice. Expects text that `decodeXml` let pass (no DOCTYPE).
 */
export const checkSchema = (xml: string): Problem[] => {
  const document = read(xml);
  if (!(document instanceof XmlDocument)) return [document];
  try {
    validator().validate(document);
    return [];
  } catch (error) {
    return detailsOf(error)
      .slice(0, maximumProblems)
      .map(({ message, line, xpath }) => ({
        at: idOf(document, xpath),
        code: 'model.schema',
        values: { message: sentenceOf(message), line },
      }));
  } finally {
    document.dispose();
  }
};
