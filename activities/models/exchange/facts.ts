import { createRequire } from 'node:module';
import { Parser } from 'saxen';

const require = createRequire(import.meta.url);
type Package = { types: { properties?: { name: string; default?: unknown }[] }[] };

/** `name=value` of every attribute whose absence means the same. */
const defaults = new Set(
  ['bpmn', 'bpmndi', 'dc', 'di']
    .map((name) => require(`bpmn-moddle/resources/bpmn/json/${name}.json`) as Package)
    .flatMap(({ types }) => types.flatMap(({ properties }) => properties ?? []))
    .filter((property) => property.default !== undefined)
    .map((property) => `${property.name}=${String(property.default)}`),
);

/** One thing that an XML file says; two files that say the same have the same facts, whatever their prefixes and spaces. */
export type Fact = {
  /** id of the element it is about, or of the nearest one around it */ at: string;
  what: string;
  path: string;
};

type Open = {
  path: string;
  /** the path without the place among siblings: elements that only hold text are told apart by it */
  textPath: string;
  at: string;
  name: string;
  prefixes: Record<string, string>;
  counts: Map<string, number>;
  text: string;
  onlyText: boolean;
};

const qualify = (prefixes: Record<string, string>, name: string, isAttribute: boolean): string => {
  const [prefix = '', local = ''] = name.includes(':') ? name.split(':', 2) : ['', name];
  if (prefix === '' && isAttribute) return local;
  const uri = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : prefix;
  return uri ? `{${uri}}${local}` : local;
};

const number = /^-?\d+(?:\.\d+)?$/;
/** 10 and 10.0 are one number; long rows of digits, such as those of an account, are kept to the letter. */
const plain = (value: string): string =>
  number.test(value) && (value.length < 16 || value.includes('.')) ? String(Number(value)) : value;

/** Declarations of prefixes and spelt-out defaults say nothing. */
const isSilent = ([name, value]: [string, string]): boolean =>
  name.startsWith('xmlns') || defaults.has(`${name}=${plain(value)}`);

const canonical = (open: Open, name: string, value: string): string =>
  // an `xsi:type` names a type by a prefix, which every writer chooses anew
  name.endsWith('XMLSchema-instance}type') ? qualify(open.prefixes, value, false) : plain(value);

const declared = (outer: Record<string, string>, attributes: [string, string][]): Record<string, string> => {
  const own = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(own.map(([name, uri]) => [name.slice('xmlns:'.length), uri])) };
};

const opened = (parent: Open | undefined, name: string, attributes: [string, string][]): Open => {
  const prefixes = declared(parent?.prefixes ?? {}, attributes);
  const full = qualify(prefixes, name, false);
  const id = attributes.find(([each]) => each === 'id')?.[1];
  const count = (parent?.counts.get(full) ?? 0) + 1;
  parent?.counts.set(full, count);
  if (parent) parent.onlyText = false;
  const textPath = `${parent?.path ?? ''}/${full}`;
  return {
    path: id === undefined ? `${textPath}[${count}]` : `${textPath}#${id}`,
    textPath,
    at: id ?? parent?.at ?? '',
    name,
    prefixes,
    counts: new Map(),
    text: '',
    onlyText: attributes.every(isSilent),
  };
};

const aboutAttributes = (open: Open, attributes: [string, string][]): Fact[] =>
  attributes
    .filter((attribute) => !isSilent(attribute))
    .map(([name, value]) => {
      const full = qualify(open.prefixes, name, true);
      return {
        at: open.at,
        what: `${name}="${value.slice(0, 200)}"`,
        path: `${open.path}@${full}=${canonical(open, full, value)}`,
      };
    });

const aboutElement = (open: Open): Fact => {
  const text = open.text.trim();
  return {
    at: open.at,
    what: `<${open.name}> ${text.slice(0, 200)}`.trim(),
    path: `${open.onlyText ? open.textPath : open.path}=${canonical(open, '', text)}`,
  };
};

/** Everything that an XML file says, in its order. Comments count: a person wrote them. */
export const factsOf = (xml: string): Fact[] => {
  const facts: Fact[] = [];
  const path: Open[] = [];
  const top = (): Open | undefined => path.at(-1);
  const add = (text: string): void => {
    const open = top();
    if (open) open.text += text;
  };
  new Parser()
    .on('openTag', (name, given, decode) => {
      const attributes = Object.entries(given()).map(([key, value]): [string, string] => [key, decode(value)]);
      const open = opened(top(), name, attributes);
      for (const fact of aboutAttributes(open, attributes)) facts.push(fact);
      path.push(open);
    })
    .on('closeTag', () => {
      const open = path.pop();
      if (open) facts.push(aboutElement(open));
    })
    .on('text', (text, decode) => add(decode(text)))
    .on('cdata', add)
    .on('comment', (text) => {
      const at = top()?.at ?? '';
      facts.push({ at, what: `<!--${text.slice(0, 200)}-->`, path: `${at}<!--${text}` });
    })
    // Faults of the XML itself are named by whoever reads the model.
    .on('error', () => undefined)
    .on('warn', () => undefined)
    .parse(xml);
  return facts;
};

/** What the first file says and the second does not. */
export const missingFacts = (from: string, to: string): Fact[] => {
  const left = new Map<string, number>();
  for (const { path } of factsOf(to)) left.set(path, (left.get(path) ?? 0) + 1);
  return factsOf(from).filter(({ path }) => {
    const count = left.get(path) ?? 0;
    left.set(path, count - 1);
    return count <= 0;
  });
};
